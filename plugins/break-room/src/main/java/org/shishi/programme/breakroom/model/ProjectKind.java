package org.shishi.programme.breakroom.model;

/** Whether a room is built or an existing one improved. Not in the printed form [D-13]. */
public enum ProjectKind {
    NEW,
    IMPROVE
}
