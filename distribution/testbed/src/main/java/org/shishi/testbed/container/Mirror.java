package org.shishi.testbed.container;

import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.shishi.testbed.container.MirrorDescriptor.Face;

/** Finds the tests outside, by Jupiter's own discovery, and mirrors those that belong inside. */
final class Mirror {

    static final String JUPITER = "junit-jupiter";

    private Mirror() {}

    static TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor root = new EngineDescriptor(id, "Container");
        TestDescriptor found =
                new JupiterTestEngine().discover(new JupiterRequest(request), UniqueId.forEngine(JUPITER));
        for (TestDescriptor candidate : found.getChildren()) {
            InContainer where = annotationOf(candidate);
            if (where != null) {
                root.addChild(mirrorClass(candidate, where, id));
            }
        }
        return root;
    }

    private static InContainer annotationOf(TestDescriptor candidate) {
        return candidate.getSource().orElse(null) instanceof ClassSource source
                ? source.getJavaClass().getAnnotation(InContainer.class)
                : null;
    }

    private static MirrorDescriptor mirrorClass(TestDescriptor testClass, InContainer where, UniqueId engine) {
        UniqueId id = engine.append(testClass.getUniqueId().getLastSegment());
        List<Class<? extends BundleSet>> sets = List.of(where.value());
        if (sets.size() == 1) {
            MirrorDescriptor alone = new MirrorDescriptor(id, face(testClass, ""), sets.get(0));
            mirrorChildren(testClass, alone, "");
            return alone;
        }
        Face face = face(testClass, "");
        Face holder = new Face(
                "",
                face.displayName(),
                face.legacyName(),
                TestDescriptor.Type.CONTAINER,
                face.source(),
                face.tags(),
                face.mayRegisterTests());
        MirrorDescriptor parent = new MirrorDescriptor(id, holder, null);
        for (Class<? extends BundleSet> set : sets) {
            parent.addChild(mirrorInSet(testClass, set, id));
        }
        return parent;
    }

    private static MirrorDescriptor mirrorInSet(
            TestDescriptor testClass, Class<? extends BundleSet> set, UniqueId parentId) {
        // No source and a name in brackets: Surefire then reports methods by their legacy names, which tell the sets
        // apart.
        String suffix = "[" + set.getSimpleName() + "]";
        Face face = new Face(
                testClass.getUniqueId().toString(),
                suffix,
                suffix,
                TestDescriptor.Type.CONTAINER,
                null,
                testClass.getTags(),
                testClass.mayRegisterTests());
        MirrorDescriptor inSet =
                new MirrorDescriptor(parentId.append(JupiterRequest.SET_SEGMENT, set.getName()), face, set);
        mirrorChildren(testClass, inSet, suffix);
        return inSet;
    }

    private static void mirrorChildren(TestDescriptor from, MirrorDescriptor to, String suffix) {
        for (TestDescriptor child : from.getChildren()) {
            mirrorChildren(child, to.child(face(child, suffix)), suffix);
        }
    }

    private static Face face(TestDescriptor of, String suffix) {
        return new Face(
                of.getUniqueId().toString(),
                of.getDisplayName(),
                of.getLegacyReportingName() + suffix,
                of.getType(),
                of.getSource().orElse(null),
                of.getTags(),
                of.mayRegisterTests());
    }
}
