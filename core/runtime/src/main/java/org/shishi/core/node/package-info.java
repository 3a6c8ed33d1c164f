/** The nodes on one database: who is there, whose clock is wrong, and what is to be done when one is lost. */
package org.shishi.core.node;
