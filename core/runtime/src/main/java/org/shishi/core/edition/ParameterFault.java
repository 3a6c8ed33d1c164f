package org.shishi.core.edition;

/** What exactly is wrong with a proposed value; the texts are {@code CORE-PARAM-VALUE.<constant>}. */
enum ParameterFault {
    NOT_TEXT,
    NOT_INT,
    NOT_DECIMAL,
    NOT_BOOL,
    NOT_DATE,
    NOT_CRON,
    NOT_LIST,
    NOT_MAP,
    /** None of the words that the file allows. */
    NOT_OPTION,
    TOO_SMALL,
    TOO_LARGE,
    /** A list or map that is built otherwise than the one in the file. */
    OTHER_SHAPE;

    /** Thrown while a value is read, caught where it is proposed. */
    static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final ParameterFault fault;
        final transient Object detail;

        Unfit(ParameterFault fault, Object detail) {
            super(fault.name(), null, false, false);
            this.fault = fault;
            this.detail = detail;
        }
    }

    Unfit unfit() {
        return new Unfit(this, "");
    }

    Unfit unfit(Object detail) {
        return new Unfit(this, detail);
    }
}
