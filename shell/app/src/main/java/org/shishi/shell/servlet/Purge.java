package org.shishi.shell.servlet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.data.binder.BeanPropertySet;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.ReflectionCache;
import com.vaadin.flow.server.Attributes;
import com.vaadin.flow.server.VaadinSession;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Flow forget the classes of a bundle that has gone, so that its class loader can go too. Two of Flow's caches have
 * no way in but their private fields; {@code PurgeTest} says when an upgrade of Vaadin renames them.
 */
final class Purge {

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

    private Purge() {}

    static void everywhere(ClassLoader gone) {
        ReflectionCache.clearAll();
        JacksonUtils.getMapper().clearCaches();
        ResourceBundle.clearCache(gone);
        Introspector.flushCaches();
        try {
            beanProperties().keySet().removeIf(key -> from(gone, typeOf(key)));
            warnedAbout().removeIf(type -> from(gone, type));
        } catch (ReflectiveOperationException e) {
            LOG.error("Flow's caches have changed; classes of programmes that left stay in memory", e);
        }
    }

    /** Attributes of the session and of the tab; to be called with the session locked. */
    static void tab(UI ui, ClassLoader gone) {
        try {
            VaadinSession session = ui.getSession();
            if (session != null) {
                attributesOf(session).values().removeIf(value -> from(gone, value.getClass()));
            }
        } catch (ReflectiveOperationException e) {
            LOG.error("Flow's sessions have changed; objects of programmes that left stay in memory", e);
        }
    }

    static Map<?, ?> beanProperties() throws ReflectiveOperationException {
        return (Map<?, ?>) read(BeanPropertySet.class, "INSTANCES", null);
    }

    @SuppressWarnings("unchecked")
    static Set<Class<?>> warnedAbout() throws ReflectiveOperationException {
        return (Set<Class<?>>) read(UIInternals.class, "warnedAboutDeps", null);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> attributesOf(VaadinSession session) throws ReflectiveOperationException {
        return (Map<String, Object>)
                read(Attributes.class, "attributes", read(VaadinSession.class, "attributes", session));
    }

    private static Class<?> typeOf(Object key) {
        try {
            return (Class<?>) read(key.getClass(), "type", key);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean from(ClassLoader gone, Class<?> type) {
        return type.getClassLoader() == gone;
    }

    private static Object read(Class<?> owner, String name, Object of) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}
