package org.shishi.api.identity;

/** What a role may do (domain specification §13.2). The letter is the column of the printed matrix. */
public enum Right {
    VIEW("V"),
    CREATE("C"),
    SUBMIT("S"),
    /** Second-level review. */
    REVIEW("R"),
    /** City approval. */
    APPROVE("A"),
    /** The step of a facility or institution. */
    FACILITY("F"),
    /** Settle and pay. */
    SETTLE("$"),
    INSPECT("Q"),
    /** See and export personal data in clear; always with a reason, always audited. */
    UNMASK("X"),
    PARAMETERS_DRAFT("P draft"),
    PARAMETERS_PUBLISH("P publish"),
    /** Plugins, jobs, calendar, organisations, accounts. */
    PLATFORM("I"),
    AUDIT_LOG("L");

    private final String letter;

    Right(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }
}
