package org.shishi.launcher;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/**
 * What the platform's bundles have to say to the person who started it. Two services of type
 * {@code java.util.function.Consumer}, told apart by the property {@code shishi.console}: {@code announce} prints a
 * line once the platform is ready and never writes it to a log (a first password, the accounts of a demonstration);
 * {@code refuse} stops the start with that sentence (a database that does not answer).
 */
final class Console {

    static final String PROPERTY = "shishi.console";

    private final List<String> waiting = new ArrayList<>();
    private final CompletableFuture<String> refusal = new CompletableFuture<>();
    private boolean open;

    void register(BundleContext context) {
        offer(context, "announce", this::announce);
        offer(context, "refuse", refusal::complete);
    }

    /** Completed with the sentence of the first bundle that refused. */
    CompletableFuture<String> refusal() {
        return refusal;
    }

    /** From now on lines are printed at once. */
    synchronized void open() {
        open = true;
        waiting.forEach(System.out::println);
        waiting.clear();
    }

    private synchronized void announce(String line) {
        if (open) {
            System.out.println(line);
        } else {
            waiting.add(line);
        }
    }

    private static void offer(BundleContext context, String kind, Consumer<String> service) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(PROPERTY, kind);
        context.registerService(Consumer.class, service, properties);
    }
}
