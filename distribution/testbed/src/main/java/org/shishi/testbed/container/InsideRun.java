package org.shishi.testbed.container;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs mirrored classes inside their containers and reports outside. */
final class InsideRun {

    private final Containers containers;
    private final EngineExecutionListener listener;
    private final Map<String, String> parameters = new HashMap<>();

    InsideRun(Containers containers, EngineExecutionListener listener, ConfigurationParameters parameters) {
        this.containers = containers;
        this.listener = listener;
        for (String key : parameters.keySet()) {
            parameters.get(key).ifPresent(value -> this.parameters.put(key, value));
        }
    }

    void run(MirrorDescriptor testClass) {
        Class<?> outside = ((ClassSource) testClass.getSource().orElseThrow()).getJavaClass();
        if (testClass.bundles().isPresent()) {
            runIn(testClass, outside);
            return;
        }
        listener.executionStarted(testClass);
        testClass.getChildren().forEach(inSet -> runIn((MirrorDescriptor) inSet, outside));
        listener.executionFinished(testClass, TestExecutionResult.successful());
    }

    private void runIn(MirrorDescriptor inSet, Class<?> outside) {
        Relay relay = new Relay(inSet, listener);
        try {
            RunningContainer container = containers.running(inSet.bundles().orElseThrow());
            container.inside(outside, loader -> launch(inSet, loader, relay));
            relay.ended(null);
        } catch (Throwable e) {
            // Whatever kept the container or the launcher from running must show as this class's failure.
            relay.ended(e);
        }
    }

    private void launch(TestDescriptor inSet, ClassLoader loader, Relay relay) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                    .addTestEngines(new JupiterTestEngine())
                    .enableTestEngineAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                    .build());
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(leaves(inSet))
                            .configurationParameters(parameters)
                            .build(),
                    relay);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What is left of the class after the filters outside. */
    private static List<DiscoverySelector> leaves(TestDescriptor top) {
        List<DiscoverySelector> leaves = new ArrayList<>();
        top.accept(descriptor -> {
            if (descriptor.getChildren().isEmpty()) {
                leaves.add(DiscoverySelectors.selectUniqueId(((MirrorDescriptor) descriptor).insideId()));
            }
        });
        return leaves;
    }
}
