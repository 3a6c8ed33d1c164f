package org.shishi.core.persistence;

import java.util.Collection;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.sessions.Session;

/** Hands the provider's events on to the one who watches, when somebody does. */
final class RowEvents extends DescriptorEventAdapter {

    private volatile RowWatch watch;

    void watch(RowWatch whoever) {
        watch = whoever;
    }

    void listenTo(Session session) {
        session.getDescriptors().values().stream()
                .filter(descriptor -> !descriptor.isAggregateDescriptor())
                .forEach(descriptor -> descriptor.getEventManager().addListener(this));
    }

    @Override
    public void postInsert(DescriptorEvent event) {
        inserted(event.getSource());
    }

    /** Also what was written past the provider. */
    void inserted(Object entity) {
        tell(entity, null);
    }

    @Override
    public void postUpdate(DescriptorEvent event) {
        tell(
                event.getSource(),
                event.getChangeSet() == null ? null : event.getChangeSet().getChangedAttributeNames());
    }

    @Override
    public void postDelete(DescriptorEvent event) {
        RowWatch now = watch;
        if (now != null) {
            now.removed(event.getSource());
        }
    }

    private void tell(Object entity, Collection<String> changed) {
        RowWatch now = watch;
        if (now != null) {
            now.written(entity, changed);
        }
    }

    void closed() {
        RowWatch last = watch;
        watch = null;
        if (last != null) {
            last.closed();
        }
    }
}
