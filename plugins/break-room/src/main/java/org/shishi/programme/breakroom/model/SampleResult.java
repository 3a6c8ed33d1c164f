package org.shishi.programme.breakroom.model;

/** What came of the visit to a room that was drawn. */
public enum SampleResult {
    OPEN,
    PASS,
    FAIL
}
