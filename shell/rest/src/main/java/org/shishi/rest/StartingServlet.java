package org.shishi.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Stands at the shell's place while there is no shell: before it comes, and while it is exchanged. */
@Component(service = Servlet.class, property = Constants.SERVICE_RANKING + ":Integer=-1000")
@HttpWhiteboardServletName("starting")
@HttpWhiteboardServletPattern("/*")
public final class StartingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Activate
    public StartingServlet() {
        super();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StartingPage.send(request, response);
    }
}
