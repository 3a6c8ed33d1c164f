package org.shishi.core.programme.guest;

import jakarta.persistence.EntityManager;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.shishi.api.programme.CityDepartment;
import org.shishi.api.programme.DemoData;
import org.shishi.api.programme.Programme;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;

/** What the bundles of the tests are made of; the header {@code Guest} says how one behaves. */
public final class GuestActivator implements BundleActivator {

    /** A system property that ends the hanging of those that hang for good. */
    public static final String LET_GO = "shishi.test.let-go";

    private ProgrammeContext programme;

    @Override
    public void start(BundleContext context) {
        String behaviour = context.getBundle().getHeaders("").get("Guest");
        String id = context.getBundle().getHeaders("").get("Shishi-Programme");
        switch (behaviour) {
            case "hangs" -> sleepForEver();
            case "hangs-for-good" -> {
                while (!Boolean.getBoolean(LET_GO)) {
                    // Deaf to interruption.
                    Thread.interrupted();
                    LockSupport.parkNanos(10_000_000);
                }
            }
            case "start-fails" -> throw new IllegalStateException("wanted: the bundle does not start");
            case "silent" -> {
                return;
            }
            default -> {
                // All others offer a programme.
            }
        }
        ServiceReference<ProgrammeContext> reference = context.getServiceReference(ProgrammeContext.class);
        programme = reference == null ? null : context.getService(reference);
        context.registerService(Programme.class, () -> describe(behaviour, id), none());
        if (behaviour.equals("demo")) {
            context.registerService(DemoData.class, (opened, cast) -> write(opened, "demo"), none());
        }
        Dictionary<String, Object> properties = none();
        properties.put("guest", id);
        context.registerService(UnaryOperator.class, (UnaryOperator<String>) this::answer, properties);
    }

    @Override
    public void stop(BundleContext context) {
        programme = null;
    }

    private static Dictionary<String, Object> none() {
        return new Hashtable<>();
    }

    private static ProgrammeDescriptor describe(String behaviour, String id) {
        switch (behaviour) {
            case "throws" -> throw new IllegalStateException("wanted: no description");
            case "blocks" -> sleepForEver();
            case "nothing" -> {
                return null;
            }
            default -> {
                // Well-behaved.
            }
        }
        String named = behaviour.equals("other-id") ? "somebody-else" : id;
        return ProgrammeDescriptor.of(named, CityDepartment.RESEARCH_OFFICE).build();
    }

    private static void sleepForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String answer(String question) {
        return switch (question) {
            case "title" -> programme.texts().get("programme.title").en();
            case "target" ->
                String.valueOf(programme.edition().value("sample.target").orElseThrow());
            case "count" -> String.valueOf(programme.database().<Long>read(GuestActivator::count));
            case "schema" -> programme.database().schema();
            default -> write(programme, question);
        };
    }

    private static Long count(EntityManager entities) {
        return entities.createQuery("select count(n) from Note n", Long.class).getSingleResult();
    }

    private static String write(ProgrammeContext programme, String words) {
        programme.database().transact(entities -> {
            entities.persist(new Note(words));
            return null;
        });
        return words;
    }
}
