package org.shishi.shell.live;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.kit.page.PageView;

/** The views that programmes bring themselves. Only their announcements are kept, no instance is made here. */
@Component(service = ProgrammeViews.class)
public final class ProgrammeViews implements ServiceTrackerCustomizer<PageView, ViewEntry> {

    /** Hears of views that come and go. */
    public interface Listener {
        void added(ViewEntry view);

        void removed(ViewEntry view);
    }

    private final List<ViewEntry> views = new CopyOnWriteArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ServiceTracker<PageView, ViewEntry> tracker;

    @Activate
    public ProgrammeViews(BundleContext bundles) {
        tracker = new ServiceTracker<>(bundles, PageView.class, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        listeners.clear();
        tracker.close();
    }

    /** By their order in the menu. */
    public List<ViewEntry> of(LiveProgramme programme) {
        return views.stream()
                .filter(view -> view.bundleId() == programme.bundleId())
                .sorted(Comparator.comparingInt(ViewEntry::order).thenComparing(ViewEntry::path))
                .toList();
    }

    public void listen(Listener listener) {
        listeners.add(listener);
        views.forEach(listener::added);
    }

    public void unlisten(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public ViewEntry addingService(ServiceReference<PageView> reference) {
        ViewEntry view = ViewEntry.of(reference).orElse(null);
        if (view != null) {
            views.add(view);
            listeners.forEach(listener -> listener.added(view));
        }
        return view;
    }

    @Override
    public void modifiedService(ServiceReference<PageView> reference, ViewEntry view) {
        // Component properties of a view do not change while its bundle runs.
    }

    @Override
    public void removedService(ServiceReference<PageView> reference, ViewEntry view) {
        views.remove(view);
        listeners.forEach(listener -> listener.removed(view));
    }
}
