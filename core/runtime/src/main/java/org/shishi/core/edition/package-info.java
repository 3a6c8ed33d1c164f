/**
 * Editions: the values that {@code edition.yaml} starts with, and over them what two persons decided, kept in the core
 * database. The {@link org.shishi.core.edition.EditionBook} is a node's copy of the latter.
 */
package org.shishi.core.edition;
