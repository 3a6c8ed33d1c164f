package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.platform.Health;

/**
 * Whether people can work on this node: core, database, scheduler and shell are up. Known also while parts of the platform
 * are missing: that is when it is asked.
 */
@Component(service = Readiness.class)
public final class Readiness {

    private static final Set<String> NEEDED = Set.of("core", "database", "scheduler", "shell");

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Health> parts = List.of();

    private volatile boolean started;

    @Activate
    public Readiness() {
        super();
    }

    Readiness(List<Health> parts) {
        this.parts = parts;
    }

    /** Each part by name; one that is needed and says nothing is down. */
    Map<String, Map<String, Object>> components() {
        Map<String, Map<String, Object>> components = new TreeMap<>();
        NEEDED.forEach(name -> components.put(name, Map.of("status", "DOWN")));
        parts.forEach(part -> components.put(part.component(), component(part)));
        return components;
    }

    private static Map<String, Object> component(Health part) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("status", !part.up() ? "DOWN" : part.degraded() ? "DEGRADED" : "UP");
        plain.putAll(part.details());
        return plain;
    }

    static boolean any(Map<String, Map<String, Object>> components, String status) {
        return components.values().stream().anyMatch(component -> status.equals(component.get("status")));
    }

    /** Whether it was ready once. What fails later is said by {@code /health/ready}, not by shutting everybody out. */
    boolean started() {
        if (!started && !any(components(), "DOWN")) {
            started = true;
        }
        return started;
    }
}
