package org.shishi.testbed.container;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Keeps Jupiter's own engine from running container tests outside as well. The launcher drops leaves that a filter
 * excludes and prunes what is left empty, so every descendant of such a class is excluded.
 */
public final class NotOutside implements PostDiscoveryFilter {

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        boolean jupiter = descriptor
                .getUniqueId()
                .getEngineId()
                .filter(Mirror.JUPITER::equals)
                .isPresent();
        return FilterResult.includedIf(!jupiter || !belongsInside(descriptor));
    }

    private static boolean belongsInside(TestDescriptor descriptor) {
        if (descriptor.getSource().orElse(null) instanceof ClassSource source
                && source.getJavaClass().isAnnotationPresent(InContainer.class)) {
            return true;
        }
        return descriptor.getParent().map(NotOutside::belongsInside).orElse(false);
    }
}
