package org.shishi.core.node;

/** Sets free what belongs to processes that are no more. An OSGi service, called whenever a node was lost or came back. */
public interface NodeLoss {

    /**
     * Takes everything from runs that {@code core.node} does not show as RUNNING. Called inside a transaction, on any
     * node, also when there is nothing to take.
     */
    void release();
}
