package org.shishi.api.workflow;

/** What separation of duties (R-C.16) looks at for a step. */
public enum Duty {
    /** An ordinary step. */
    NONE,
    /** Hands the record in: kept as submitter. */
    SUBMIT,
    /** Not by who created, submitted or reviewed at another level. */
    REVIEW,
    APPROVE,
    /** Not by who approved. */
    SETTLE
}
