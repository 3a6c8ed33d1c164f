package org.shishi.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/** Until the node has been ready once it answers nothing but how it is: half of it would say "not found" of what only comes. */
@Component(service = Filter.class, property = Constants.SERVICE_RANKING + ":Integer=1000")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterName("starting")
@HttpWhiteboardFilterAsyncSupported
public final class StartingFilter implements Filter {

    private final Readiness readiness;

    @Activate
    public StartingFilter(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (readiness.started()
                || !(request instanceof HttpServletRequest asked && response instanceof HttpServletResponse answer)
                || asked.getRequestURI().startsWith("/health/")) {
            chain.doFilter(request, response);
        } else {
            StartingPage.send(asked, answer);
        }
    }
}
