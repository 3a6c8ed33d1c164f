package org.shishi.api.record;

/** How a value is shown to those who have not revealed it: masked by type (R-C.7), not by memory. */
public enum Sensitivity {
    NONE,
    NAME,
    MOBILE,
    EMAIL,
    RESIDENT_ID,
    OTHER_DOCUMENT
}
