package org.shishi.testbed.container;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.shishi.testbed.container.MirrorDescriptor.Face;

/** Passes each event of a run inside on to the descriptor outside that mirrors where it happened. */
final class Relay implements TestExecutionListener {

    private final MirrorDescriptor top;
    private final EngineExecutionListener outside;
    private final Map<String, MirrorDescriptor> mirrors = new HashMap<>();
    private boolean topStarted;
    private boolean topEnded;
    private Throwable engineFailure;

    Relay(MirrorDescriptor top, EngineExecutionListener outside) {
        this.top = top;
        this.outside = outside;
        top.accept(descriptor -> {
            MirrorDescriptor mirror = (MirrorDescriptor) descriptor;
            mirrors.put(mirror.insideId(), mirror);
        });
    }

    /** To be called when nothing more can come; a class that did not get to its end has then failed. */
    void ended(Throwable failure) {
        if (topEnded) {
            return;
        }
        Throwable reason = failure != null ? failure : engineFailure;
        if (reason == null) {
            reason = new IllegalStateException("the container ran nothing of " + top.getDisplayName());
        }
        if (!topStarted) {
            outside.executionStarted(top);
        }
        outside.executionFinished(top, TestExecutionResult.failed(reason));
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier inside) {
        MirrorDescriptor parent = mirrors.get(inside.getParentId().orElseThrow());
        MirrorDescriptor child = parent.child(new Face(
                inside.getUniqueId(),
                inside.getDisplayName(),
                inside.getLegacyReportingName() + suffix(),
                inside.getType(),
                inside.getSource().orElse(null),
                inside.getTags(),
                inside.isContainer()));
        mirrors.put(inside.getUniqueId(), child);
        outside.dynamicTestRegistered(child);
    }

    private String suffix() {
        return top.getSource().isPresent() ? "" : top.getLegacyReportingName();
    }

    @Override
    public void executionSkipped(TestIdentifier inside, String reason) {
        mirror(inside).ifPresent(mirror -> {
            topEnded |= mirror == top;
            outside.executionSkipped(mirror, reason);
        });
    }

    @Override
    public void executionStarted(TestIdentifier inside) {
        mirror(inside).ifPresent(mirror -> {
            topStarted |= mirror == top;
            outside.executionStarted(mirror);
        });
    }

    @Override
    public void executionFinished(TestIdentifier inside, TestExecutionResult result) {
        Optional<MirrorDescriptor> known = mirror(inside);
        if (known.isEmpty()) {
            // Jupiter itself, which has no mirror: the driver outside stands for it.
            engineFailure = result.getThrowable().orElse(engineFailure);
            return;
        }
        topEnded |= known.get() == top;
        outside.executionFinished(known.get(), result);
    }

    @Override
    public void reportingEntryPublished(TestIdentifier inside, ReportEntry entry) {
        mirror(inside).ifPresent(mirror -> outside.reportingEntryPublished(mirror, entry));
    }

    @Override
    public void fileEntryPublished(TestIdentifier inside, FileEntry file) {
        mirror(inside).ifPresent(mirror -> outside.fileEntryPublished(mirror, file));
    }

    private Optional<MirrorDescriptor> mirror(TestIdentifier inside) {
        return Optional.ofNullable(mirrors.get(inside.getUniqueId()));
    }
}
