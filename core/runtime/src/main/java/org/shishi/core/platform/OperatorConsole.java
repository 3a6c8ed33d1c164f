package org.shishi.core.platform;

/** The person who started the platform. */
public interface OperatorConsole {

    /** Prints lines once the platform is ready; they never go into a log. */
    void announce(String... lines);

    /**
     * Ends the start: the sentence is logged and printed, and the process exits with an error.
     *
     * @return what the caller throws from its activation
     */
    IllegalStateException refuse(String sentence);
}
