package org.shishi.programme.breakroom.model;

/** One point of the six-character check. */
public enum CheckResult {
    PASS,
    FAIL
}
