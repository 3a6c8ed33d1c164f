package org.shishi.api.record;

import org.shishi.api.rule.Violation;

/** What exactly is wrong with a value behind {@code CORE-INPUT}; the texts are the core's {@code CORE-INPUT.<constant>}. */
public enum ValueFault {
    UNKNOWN,
    NOT_TEXT,
    NOT_INT,
    NOT_DECIMAL,
    NOT_BOOL,
    NOT_DATE,
    NOT_DATE_TIME,
    NOT_OPTION,
    NOT_DISTRICT,
    NOT_LIST,
    NOT_ID,
    NOT_FILTERED,
    NOT_SORTED,
    NOT_CURSOR,
    TOO_LONG,
    TOO_LARGE;

    /** {@code CORE-INPUT} for a field. */
    public Violation at(String field, Object... more) {
        Object[] args = new Object[more.length + 2];
        args[0] = this;
        args[1] = field;
        System.arraycopy(more, 0, args, 2, more.length);
        return Violation.of(Violation.CORE_INPUT, field, args);
    }
}
