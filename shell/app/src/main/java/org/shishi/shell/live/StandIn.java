package org.shishi.shell.live;

/** A page shown in place of the one that the address asks for; it is tried again when something changes. */
public interface StandIn {}
