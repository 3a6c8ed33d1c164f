package org.shishi.shell.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers for resources that no programme brings (their own registrations have longer paths and win). Without it the
 * shell would answer with its start page and 200, and browsers would try to run that as a script.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/plugins/*")
@HttpWhiteboardServletName("no-such-resource")
public final class NoSuchResource extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().println("404");
    }
}
