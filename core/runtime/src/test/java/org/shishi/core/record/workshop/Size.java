package org.shishi.core.record.workshop;

public enum Size {
    SMALL,
    LARGE
}
