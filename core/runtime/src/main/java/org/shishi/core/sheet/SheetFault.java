package org.shishi.core.sheet;

import org.shishi.api.rule.RefusedException;

/** Files that are refused as a whole; the texts are the core's {@code <code>.<constant>}. */
public enum SheetFault {
    /** Not an Excel workbook of the kind xlsx. */
    NO_XLSX("CORE-ATT-TYPE"),
    /** Larger than an import may be. */
    TOO_LARGE("CORE-ATT-SIZE"),
    /** Damaged. */
    DAMAGED("CORE-IMP-BROKEN"),
    /** Built to cost more than it may. */
    BOMB("CORE-IMP-BROKEN");

    private final String code;

    SheetFault(String code) {
        this.code = code;
    }

    public RefusedException refusal() {
        return new RefusedException(code, null, this);
    }
}
