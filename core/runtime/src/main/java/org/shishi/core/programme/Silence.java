package org.shishi.core.programme;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
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

    Text of(Bundle bundle) {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = reference == null ? null : context.getService(reference);
        if (runtime == null) {
            return words.get("plugin.no-programme");
        }
        try {
            Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs(bundle);
            Set<String> missing = missing(runtime, components);
            if (!missing.isEmpty()) {
                return words.get("plugin.no-programme.waits", String.join(", ", missing));
            }
            return failure(runtime, components)
                    .map(failure -> words.get("plugin.no-programme.failed", failure))
                    .orElseGet(() -> words.get("plugin.no-programme"));
        } finally {
            context.ungetService(reference);
        }
    }

    /** What nobody offers; a component that waits for another one of the same bundle is not named, only the cause. */
    private static Set<String> missing(
            ServiceComponentRuntime runtime, Collection<ComponentDescriptionDTO> components) {
        Set<String> own = components.stream()
                .flatMap(component -> Arrays.stream(component.serviceInterfaces))
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        components.forEach(component -> states(runtime, component)
                .flatMap(state -> Arrays.stream(state.unsatisfiedReferences))
                .flatMap(unsatisfied -> wanted(component, unsatisfied.name).stream())
                .filter(service -> !own.contains(service))
                .forEach(missing::add));
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
