package org.shishi.core.organisation;

/** A service that is there as soon as the database holds the city at least. Whoever reads the tree waits for it. */
public interface Begun {}
