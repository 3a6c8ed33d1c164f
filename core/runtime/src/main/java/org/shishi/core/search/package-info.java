/**
 * Finds records by a part of a text, on every database and without an extension of it: the searched fields of some hundred
 * records stand together in one row, and each node remembers which pairs of letters occur in which row. See the decision
 * record "Search by blocks".
 */
package org.shishi.core.search;
