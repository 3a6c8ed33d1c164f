package org.shishi.core.task;

/** Work ends because somebody cancelled it, or because the platform stops. Not a fault. */
public final class TaskStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskStoppedException() {
        super("stopped", null, false, false);
    }
}
