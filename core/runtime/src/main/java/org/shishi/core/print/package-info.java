/** Reports as files to print and to pass on. */
package org.shishi.core.print;
