package org.shishi.testbed.container;

import java.util.List;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/**
 * A discovery request as Jupiter should see it: unique ids of this driver translated to Jupiter's, and no reports,
 * since Jupiter reports what is wrong with a test class in its own discovery already.
 */
record JupiterRequest(EngineDiscoveryRequest original) implements EngineDiscoveryRequest {

    static final String SET_SEGMENT = "bundles";

    @Override
    public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
        return original.getSelectorsByType(type).stream()
                .map(selector -> type.cast(translated(selector)))
                .toList();
    }

    private static DiscoverySelector translated(DiscoverySelector selector) {
        if (!(selector instanceof UniqueIdSelector byId)
                || !byId.getUniqueId().hasPrefix(UniqueId.forEngine(ContainerTestEngine.ID))) {
            return selector;
        }
        UniqueId inside = UniqueId.forEngine(Mirror.JUPITER);
        for (UniqueId.Segment segment : byId.getUniqueId().getSegments()) {
            if (!segment.getType().equals("engine") && !segment.getType().equals(SET_SEGMENT)) {
                inside = inside.append(segment);
            }
        }
        return DiscoverySelectors.selectUniqueId(inside);
    }

    @Override
    public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
        return original.getFiltersByType(type);
    }

    @Override
    public ConfigurationParameters getConfigurationParameters() {
        return original.getConfigurationParameters();
    }

    @Override
    public EngineDiscoveryListener getDiscoveryListener() {
        return EngineDiscoveryListener.NOOP;
    }

    @Override
    public OutputDirectoryCreator getOutputDirectoryCreator() {
        return original.getOutputDirectoryCreator();
    }
}
