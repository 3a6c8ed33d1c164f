package org.shishi.testbed.container;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;

/**
 * The driver between JUnit outside and Pax Exam: it shows every test of an {@link InContainer} class outside under
 * its own name, runs them inside by JUnit's own launcher, and passes on what happens there, event by event.
 */
public final class ContainerTestEngine implements TestEngine {

    static final String ID = "shishi-container";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        return Mirror.discover(request, uniqueId);
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor root = request.getRootTestDescriptor();
        EngineExecutionListener listener = request.getEngineExecutionListener();
        listener.executionStarted(root);
        TestExecutionResult result = TestExecutionResult.successful();
        try (Containers containers = new Containers()) {
            InsideRun inside = new InsideRun(containers, listener, request.getConfigurationParameters());
            root.getChildren().forEach(child -> inside.run((MirrorDescriptor) child));
        } catch (Exception e) {
            result = TestExecutionResult.failed(e);
        }
        listener.executionFinished(root, result);
    }
}
