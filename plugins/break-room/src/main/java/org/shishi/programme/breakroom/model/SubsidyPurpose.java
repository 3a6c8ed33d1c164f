package org.shishi.programme.breakroom.model;

/** What the city's subsidy is for (annex 2-1 §三(五)). */
public enum SubsidyPurpose {
    ITEMS,
    FITTING_OUT
}
