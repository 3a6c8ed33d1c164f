package org.shishi.core.programme;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.shishi.api.programme.Programme;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/** Why a bundle that runs offers no programme: what Declarative Services know of its components. */
final class Silence {

    private final BundleContext context;
    private final Texts words;

    Silence(BundleContext context, Texts words) {
        this.context = context;
        this.words = words;
    }

    /** Whether the programme's component waits for what is not there: it need not be waited for as one that is only slow. */
    boolean waits(Bundle bundle) {
        return asked(runtime -> !missing(runtime, runtime.getComponentDescriptionDTOs(bundle))
                        .isEmpty())
                .orElse(false);
    }

    Text of(Bundle bundle) {
        return asked(runtime -> words(runtime, runtime.getComponentDescriptionDTOs(bundle)))
                .orElseGet(() -> words.get("plugin.no-programme"));
    }

    private Text words(ServiceComponentRuntime runtime, Collection<ComponentDescriptionDTO> components) {
        Set<String> missing = missing(runtime, components);
        if (!missing.isEmpty()) {
            return words.get("plugin.no-programme.waits", String.join(", ", missing));
        }
        return failure(runtime, components)
                .map(failure -> words.get("plugin.no-programme.failed", failure))
                .orElseGet(() -> words.get("plugin.no-programme"));
    }

    /** Empty where nobody runs components. */
    private <V> Optional<V> asked(Function<ServiceComponentRuntime, V> question) {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = reference == null ? null : context.getService(reference);
        if (runtime == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(runtime));
        } finally {
            context.ungetService(reference);
        }
    }

    /** What nobody offers: of the programme's own component, and of those of its bundle that it waits for. */
    private static Set<String> missing(
            ServiceComponentRuntime runtime, Collection<ComponentDescriptionDTO> components) {
        Set<String> missing = new TreeSet<>();
        Set<String> asked = new HashSet<>();
        Deque<String> services = new ArrayDeque<>(List.of(Programme.class.getName()));
        while (!services.isEmpty()) {
            String service = services.pop();
            List<ComponentDescriptionDTO> own = components.stream()
                    .filter(component -> List.of(component.serviceInterfaces).contains(service))
                    .toList();
            if (own.isEmpty() && !asked.isEmpty()) {
                missing.add(service);
            }
            if (asked.add(service)) {
                own.forEach(component -> states(runtime, component)
                        .flatMap(state -> Arrays.stream(state.unsatisfiedReferences))
                        .forEach(unsatisfied ->
                                wanted(component, unsatisfied.name).ifPresent(services::push)));
            }
        }
        return missing;
    }

    private static Optional<String> wanted(ComponentDescriptionDTO component, String name) {
        for (ReferenceDTO reference : component.references) {
            if (reference.name.equals(name)) {
                return Optional.of(reference.interfaceName);
            }
        }
        return Optional.empty();
    }

    /** The first line of what a component's constructor threw. */
    private static Optional<String> failure(
            ServiceComponentRuntime runtime, Collection<ComponentDescriptionDTO> components) {
        return components.stream()
                .flatMap(component -> states(runtime, component))
                .map(state -> state.failure)
                .filter(failure -> failure != null && !failure.isBlank())
                .map(failure -> failure.lines().findFirst().orElse(""))
                .findFirst();
    }

    private static Stream<ComponentConfigurationDTO> states(
            ServiceComponentRuntime runtime, ComponentDescriptionDTO component) {
        return List.copyOf(runtime.getComponentConfigurationDTOs(component)).stream();
    }
}
