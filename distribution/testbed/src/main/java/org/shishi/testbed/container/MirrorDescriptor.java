package org.shishi.testbed.container;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** What is seen outside of one test, class or template that lives inside. */
final class MirrorDescriptor extends AbstractTestDescriptor {

    /** What is mirrored; {@code insideId} is empty for a class that only holds its bundle sets. */
    record Face(
            String insideId,
            String displayName,
            String legacyName,
            Type type,
            TestSource source,
            Set<TestTag> tags,
            boolean mayRegisterTests) {}

    private final Face face;
    private final Class<? extends BundleSet> bundles;

    /** @param bundles the set to run in, known for the descriptor that stands for a whole class in one container */
    MirrorDescriptor(UniqueId id, Face face, Class<? extends BundleSet> bundles) {
        super(id, face.displayName(), face.source());
        this.face = face;
        this.bundles = bundles;
    }

    /** A test or container below this one; its outside id is this one's plus the last segment of its inside id. */
    MirrorDescriptor child(Face below) {
        UniqueId.Segment segment = UniqueId.parse(below.insideId()).getLastSegment();
        MirrorDescriptor child = new MirrorDescriptor(getUniqueId().append(segment), below, null);
        addChild(child);
        return child;
    }

    String insideId() {
        return face.insideId();
    }

    Optional<Class<? extends BundleSet>> bundles() {
        return Optional.ofNullable(bundles);
    }

    @Override
    public Type getType() {
        return face.type();
    }

    @Override
    public Set<TestTag> getTags() {
        return face.tags();
    }

    @Override
    public String getLegacyReportingName() {
        return face.legacyName();
    }

    @Override
    public boolean mayRegisterTests() {
        return face.mayRegisterTests();
    }
}
