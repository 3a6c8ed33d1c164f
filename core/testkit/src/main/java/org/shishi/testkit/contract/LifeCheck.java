package org.shishi.testkit.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.shishi.api.programme.Programme;

/** The bundle resolves, its components come up, and it leaves nothing behind; all of it twice. */
public final class LifeCheck {

    private static final List<String> OFFERED = List.of("org.shishi.api.", "org.shishi.kit.", "java.time.");
    private static final long PATIENCE_MILLIS = 3000;
    private static final int TIMES = 2;

    private final BuiltProgramme programme;
    private final PlainFramework framework;
    private final Faults faults = new Faults();

    private LifeCheck(BuiltProgramme programme, PlainFramework framework) {
        this.programme = programme;
        this.framework = framework;
    }

    public static List<String> faults(BuiltProgramme programme) {
        if (programme.manifest().isEmpty()) {
            return ManifestCheck.faults(programme);
        }
        try (PlainFramework framework = PlainFramework.start()) {
            LifeCheck check = new LifeCheck(programme, framework);
            check.live();
            return check.faults.all();
        } catch (IOException | BundleException e) {
            throw new IllegalStateException("the test's own framework", e);
        }
    }

    private void live() throws BundleException {
        Bundle bundle;
        try {
            bundle = framework.install(programme.classes());
            // Resolves only: what it references is offered before it starts.
            framework.resolve(bundle);
        } catch (BundleException e) {
            faults.add(
                    "the bundle does not resolve: "
                            + Objects.requireNonNullElse(e.getMessage(), "").strip(),
                    "target/classes in a framework with the packages of api, kit, Vaadin and JPA",
                    "import only packages that are offered; those of a library of your own go into the jar");
            return;
        }
        for (int time = 1; time <= TIMES && faults.all().isEmpty(); time++) {
            Set<Thread> before = threads();
            bundle.start();
            offerWhatIsReferenced(bundle);
            everyComponent(bundle);
            bundle.stop();
            nothingLeft(bundle, before, time);
        }
    }

    private void offerWhatIsReferenced(Bundle bundle) {
        Set<String> own = new HashSet<>();
        List<ComponentDescriptionDTO> components = framework.components(bundle);
        components.forEach(component -> own.addAll(List.of(component.serviceInterfaces)));
        for (ComponentDescriptionDTO component : components) {
            for (ReferenceDTO reference : component.references) {
                if (!own.contains(reference.interfaceName) && !framework.offers(reference.interfaceName)) {
                    offer(component, reference);
                }
            }
        }
    }

    private void offer(ComponentDescriptionDTO component, ReferenceDTO reference) {
        String wanted = reference.interfaceName;
        if (OFFERED.stream().anyMatch(wanted::startsWith)) {
            try {
                Class<?> type = Class.forName(wanted);
                framework.offer(type, StandIns.of(type, programme));
                return;
            } catch (ClassNotFoundException e) {
                // Told below.
            }
        }
        faults.addIf(
                !reference.cardinality.startsWith("0"),
                component.implementationClass + " references the service " + wanted,
                "which neither the platform nor the programme offers",
                "take a service of org.shishi.api or org.shishi.kit, or add a @Component of your own that offers it");
    }

    private void everyComponent(Bundle bundle) {
        boolean programmeSeen = false;
        ServiceReference<?>[] offered = bundle.getRegisteredServices();
        for (ServiceReference<?> reference : offered == null ? new ServiceReference<?>[0] : offered) {
            List<String> types = List.of((String[]) reference.getProperty("objectClass"));
            programmeSeen |= types.contains(Programme.class.getName());
            // A page is made when a browser asks for it.
            boolean page = types.stream().anyMatch(type -> type.startsWith("org.shishi.kit.page."));
            if (!page && framework.get(reference) == null) {
                faults.add(
                        "the component " + reference.getProperty("component.name") + " could not be made",
                        failure(bundle, (String) reference.getProperty("component.name")),
                        "do no work in the constructor; take what it needs as @Reference arguments of one @Activate constructor");
            }
        }
        for (ComponentDescriptionDTO component : framework.components(bundle)) {
            for (ComponentConfigurationDTO state : framework.states(component)) {
                if (state.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                    Arrays.stream(state.unsatisfiedReferences)
                            .forEach(missing -> faults.add(
                                    component.implementationClass + " waits for its reference '" + missing.name + "'",
                                    "filter: " + missing.target,
                                    "reference a service that is there, or make it optional"));
                }
            }
        }
        faults.addIf(
                !programmeSeen,
                "the bundle offers no Programme",
                "service " + Programme.class.getName(),
                "annotate " + programme.type().getSimpleName() + " with @Component and let it implement Programme");
    }

    private String failure(Bundle bundle, String name) {
        for (ComponentDescriptionDTO component : framework.components(bundle)) {
            if (component.name.equals(name)) {
                for (ComponentConfigurationDTO state : framework.states(component)) {
                    if (state.failure != null) {
                        return state.failure.lines().limit(1).findFirst().orElse("");
                    }
                }
            }
        }
        return "the log above says why";
    }

    private void nothingLeft(Bundle bundle, Set<Thread> before, int time) {
        String where = "after stop " + time;
        faults.addIf(
                bundle.getRegisteredServices() != null,
                "services are left: " + Arrays.toString(bundle.getRegisteredServices()),
                where,
                "offer services as @Component only");
        faults.addIf(
                bundle.getServicesInUse() != null,
                "services are still held: " + Arrays.toString(bundle.getServicesInUse()),
                where,
                "unget what you got by hand, or take @Reference");
        List<Thread> left = new ArrayList<>(threads());
        left.removeAll(before);
        for (Thread thread : left) {
            await(thread);
            faults.addIf(
                    thread.isAlive(),
                    "the thread '" + thread.getName() + "' still runs",
                    where,
                    "end it in a @Deactivate method; scheduled work is a ProgrammeJob and needs no thread");
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All but those of the framework itself. */
    private static Set<Thread> threads() {
        Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
        all.removeIf(
                thread -> thread.getName().startsWith("SCR") || thread.getName().startsWith("Felix"));
        return all;
    }
}
