package org.shishi.core.edition;

/** A programme in one year. */
public record EditionKey(String programmeId, int year) {

    @Override
    public String toString() {
        return programmeId + "/" + year;
    }

    /** How the audit log names it. */
    String object() {
        return "edition/" + this;
    }
}
