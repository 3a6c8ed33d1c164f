package org.shishi.programme.breakroom.model;

/** Who looks: the owner unit daily, its second-level union, the city unannounced (annex 2-1 §三(八)). */
public enum CheckLevel {
    SELF,
    GENERAL,
    SPOT
}
