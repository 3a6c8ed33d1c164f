package org.shishi.programme.breakroom.model;

/** Target groups (annex 2-1 §二). Not in the printed form [D-13]. */
public enum IndustryGroup {
    /** Key state enterprises: manufacturing, construction, air transport, energy and chemicals. */
    STATE_KEY,
    /** Bus and metro, medical, sanitation. */
    PUBLIC_SERVICE,
    /** Hard, dirty, dangerous or tiring posts with occupational hazards. */
    HARDSHIP
}
