package org.shishi.api.workflow;

/** The colour family of a state's badge; icon and word always stand beside it. */
public enum Tone {
    NEUTRAL,
    WAITING,
    PROGRESS,
    SUCCESS,
    WARNING,
    DANGER
}
