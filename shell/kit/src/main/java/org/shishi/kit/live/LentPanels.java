package org.shishi.kit.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.shishi.api.record.RecordType;
import org.shishi.kit.page.DetailPanel;
import org.shishi.kit.page.DetailPanels;

/** Finds the panels in the service registry each time; keeps none. */
@Component(service = DetailPanels.class)
public final class LentPanels implements DetailPanels {

    private final BundleContext bundles;

    @Activate
    public LentPanels(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public Loan lend(long bundleId, RecordType<?> type) {
        List<DetailPanel<?>> panels = new ArrayList<>();
        List<Runnable> returns = new ArrayList<>();
        for (ServiceReference<DetailPanel<?>> reference : references(bundleId)) {
            ServiceObjects<DetailPanel<?>> objects = bundles.getServiceObjects(reference);
            DetailPanel<?> panel = objects == null ? null : objects.getService();
            if (panel == null) {
                continue;
            }
            if (panel.type().id().equals(type.id())) {
                panels.add(panel);
                returns.add(() -> giveBack(objects, panel));
            } else {
                giveBack(objects, panel);
            }
        }
        return new Loan() {
            @Override
            public List<DetailPanel<?>> panels() {
                return List.copyOf(panels);
            }

            @Override
            public void giveBack() {
                returns.forEach(Runnable::run);
                returns.clear();
                panels.clear();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private List<ServiceReference<DetailPanel<?>>> references(long bundleId) {
        try {
            ServiceReference<?>[] found =
                    bundles.getServiceReferences(DetailPanel.class.getName(), "(service.bundleid=" + bundleId + ")");
            return found == null
                    ? List.of()
                    : Arrays.stream(found)
                            .sorted(Comparator.reverseOrder())
                            .map(reference -> (ServiceReference<DetailPanel<?>>) reference)
                            .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void giveBack(ServiceObjects<DetailPanel<?>> objects, DetailPanel<?> panel) {
        try {
            objects.ungetService(panel);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Its bundle has stopped: SCR took it back already.
            return;
        }
    }
}
