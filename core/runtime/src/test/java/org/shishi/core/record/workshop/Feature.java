package org.shishi.core.record.workshop;

public enum Feature {
    LIGHT,
    WATER,
    MUSIC
}
