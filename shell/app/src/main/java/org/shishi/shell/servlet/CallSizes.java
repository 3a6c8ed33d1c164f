package org.shishi.shell.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Calls of pages have a size that is known beforehand and small: Flow reads each into memory as a whole, also from whoever
 * has not signed in. Files come by addresses of their own and are read as streams by who knows how much they may hold; what
 * is announced larger than any of them is not even begun.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterName("call-sizes")
@HttpWhiteboardFilterAsyncSupported
public final class CallSizes implements Filter {

    private static final long LARGEST_CALL = 4L << 20;
    /** Sheets and jars; the core refuses them at 200 MB in its own words. */
    private static final long LARGEST_FILE = 210L << 20;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int refusal = request instanceof HttpServletRequest call ? refusal(call) : 0;
        if (refusal == 0) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).setStatus(refusal);
        }
    }

    /** 0: none. */
    private static int refusal(HttpServletRequest call) {
        boolean stream = stream(call);
        long length = call.getContentLengthLong();
        if (length > (stream ? LARGEST_FILE : LARGEST_CALL)) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        return !stream && length < 0 && call.getHeader("Transfer-Encoding") != null
                ? HttpServletResponse.SC_LENGTH_REQUIRED
                : 0;
    }

    private static boolean stream(HttpServletRequest call) {
        String path = call.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/VAADIN/dynamic/");
    }
}
