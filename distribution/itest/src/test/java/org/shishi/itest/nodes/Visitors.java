package org.shishi.itest.nodes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shishi.testbed.process.StickyProxy;
import org.shishi.testbed.process.Visitor;

/** People with an open page; each sits at the node that the proxy gave them. */
final class Visitors implements AutoCloseable {

    private static final int MOST_TRIES = 30;

    /** Somebody at a node. */
    record Sitting(Visitor visitor, int node) {

        /** Whether the page is still known where it was made. */
        boolean goesOn() {
            try {
                return visitor.beat() && at(visitor) == node;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private final StickyProxy proxy;
    private final List<Sitting> sitting = new ArrayList<>();

    /** One at each of two nodes. */
    Visitors(StickyProxy proxy) throws IOException, InterruptedException {
        this.proxy = proxy;
        sitDown(0);
        sitDown(1);
    }

    private static int at(Visitor visitor) {
        return visitor.cookie(StickyProxy.COOKIE).map(Integer::parseInt).orElse(-1);
    }

    /** The one who sat down there first. */
    Sitting at(int node) {
        return sitting.stream().filter(one -> one.node() == node).findFirst().orElseThrow();
    }

    Sitting sitDown(int node) throws IOException, InterruptedException {
        for (int i = 0; i < MOST_TRIES; i++) {
            Visitor visitor = new Visitor(proxy.baseUrl());
            if (at(visitor) == node && visitor.hasPage()) {
                Sitting here = new Sitting(visitor, node);
                sitting.add(here);
                return here;
            }
            visitor.close();
        }
        throw new IllegalStateException("nobody came to sit at node " + node);
    }

    @Override
    public void close() {
        sitting.forEach(one -> one.visitor().close());
    }
}
