/** The record engine: the one door to the records of all programmes. */
package org.shishi.core.record;
