package org.shishi.shell.servlet;

import com.vaadin.flow.server.InitParameters;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.atmosphere.cpr.ApplicationConfig;

/** The servlet's configuration: our context, and Flow's settings in one place. */
final class ShellConfig implements ServletConfig {

    private static final Map<String, String> SETTINGS = Map.of(
            InitParameters.SERVLET_PARAMETER_PRODUCTION_MODE, "true",
            // Felix tells nobody which paths a servlet has; Atmosphere would look in vain.
            InitParameters.SERVLET_PARAMETER_PUSH_SERVLET_MAPPING, "/",
            InitParameters.SERVLET_PARAMETER_HEARTBEAT_INTERVAL, "300",
            // Idle people are signed out by IdleWatch, which warns them first.
            InitParameters.SERVLET_PARAMETER_CLOSE_IDLE_SESSIONS, "false",
            // A page that has not heard yet that its session has another id since sign-in, or is over, connects again.
            // Given
            // a session of its own then, its browser would take that one's cookie, and be signed out.
            ApplicationConfig.PROPERTY_SESSION_CREATE, "false");

    private final ServletConfig felix;
    private final ServletContext context;

    ShellConfig(ServletConfig felix, ServletContext context) {
        this.felix = felix;
        this.context = context;
    }

    @Override
    public String getServletName() {
        return felix.getServletName();
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public String getInitParameter(String name) {
        return SETTINGS.get(name);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(SETTINGS.keySet());
    }
}
