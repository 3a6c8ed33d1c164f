package org.shishi.programme.breakroom.model;

import java.util.EnumSet;
import java.util.Set;

/** The way of a break room from draft to plaque (annex 2-1 §三(六)). */
public enum RoomState {
    DRAFT,
    DECLARED,
    CONSULTED,
    DESIGNED,
    UNDER_WORK,
    READY,
    SECOND_LEVEL_APPROVED,
    CITY_VERIFIED,
    PLAQUED,
    RECTIFY,
    WITHDRAWN;

    /** rooms that count towards the target; a room under rectification still does. */
    public static final Set<RoomState> COMPLETED = EnumSet.of(PLAQUED, RECTIFY);

    /** rooms that the city pays for. */
    public static final Set<RoomState> SUBSIDISED = EnumSet.of(CITY_VERIFIED, PLAQUED);
}
