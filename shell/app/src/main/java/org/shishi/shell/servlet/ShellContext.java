package org.shishi.shell.servlet;

import com.vaadin.flow.server.VaadinServlet;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servlet context as Flow needs it. Felix' own one has the shell's class loader (compressed front-end files are not
 * found), knows no content types, does not look into {@code META-INF/resources} of bundles, and keeps attributes when the
 * shell is exchanged (Flow then finds the remains of its predecessor).
 */
final class ShellContext implements InvocationHandler {

    private static final String WEB = "META-INF/resources";

    private final ServletContext felix;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    private ShellContext(ServletContext felix) {
        this.felix = felix;
    }

    static ServletContext around(ServletContext felix) {
        return (ServletContext) Proxy.newProxyInstance(
                ShellContext.class.getClassLoader(), new Class<?>[] {ServletContext.class}, new ShellContext(felix));
    }

    /** One loader holds Flow's classes, the front end and the themes. */
    static ClassLoader vaadin() {
        return VaadinServlet.class.getClassLoader();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        return switch (method.getName()) {
            case "getClassLoader" -> vaadin();
            case "getMimeType" -> mimeType((String) args[0]);
            case "getResource" -> resource((String) args[0]);
            case "getResourceAsStream" -> stream((String) args[0]);
            case "getAttribute" -> attribute((String) args[0]);
            case "setAttribute" -> keep((String) args[0], args[1]);
            case "removeAttribute" -> attributes.remove((String) args[0]);
            // Felix lists other people's servlets there; Flow, not finding itself among them, would warn.
            case "getServletRegistrations" -> Map.of();
            case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
            case "equals" -> proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> onFelix(method, args);
        };
    }

    private Object onFelix(Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(felix, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private String mimeType(String file) {
        String known = felix.getMimeType(file);
        return known != null ? known : MimeTypes.of(file);
    }

    private static URL resource(String path) {
        String entry = WEB + (path.startsWith("/") ? path : "/" + path);
        URL ours = ShellContext.class.getClassLoader().getResource(entry);
        return ours != null ? ours : vaadin().getResource(entry);
    }

    private static InputStream stream(String path) throws IOException {
        URL found = resource(path);
        return found == null ? null : found.openStream();
    }

    /** Felix' own attributes (the websocket container) show through. */
    private Object attribute(String name) {
        Object own = attributes.get(name);
        return own != null ? own : felix.getAttribute(name);
    }

    private Object keep(String name, Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
        return null;
    }
}
