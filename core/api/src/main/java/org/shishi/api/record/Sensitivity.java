package org.shishi.api.record;

import org.shishi.api.people.Mask;

/** How a value is shown to those who have not revealed it: masked by type (R-C.7), not by memory. */
public enum Sensitivity {
    NONE,
    NAME,
    MOBILE,
    EMAIL,
    RESIDENT_ID,
    OTHER_DOCUMENT;

    /** Null stays null. */
    public String mask(String value) {
        return switch (this) {
            case NONE -> value;
            case NAME -> Mask.name(value);
            case MOBILE -> Mask.mobile(value);
            case EMAIL -> Mask.email(value);
            case RESIDENT_ID -> Mask.residentId(value);
            case OTHER_DOCUMENT -> Mask.otherDocument(value);
        };
    }
}
