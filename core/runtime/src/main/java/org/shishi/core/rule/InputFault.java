package org.shishi.core.rule;

/** What exactly is wrong behind {@code CORE-INPUT}; the texts are {@code CORE-INPUT.<constant>}. */
enum InputFault {
    MISSING,
    UNKNOWN,
    NOT_TEXT,
    NOT_INT,
    NOT_DECIMAL,
    NOT_BOOL,
    NOT_DATE,
    NOT_DATE_TIME,
    NOT_OPTION,
    NOT_LIST,
    NOT_OBJECT,
    TOO_SMALL,
    TOO_LARGE
}
