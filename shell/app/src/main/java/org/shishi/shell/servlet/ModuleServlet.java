package org.shishi.shell.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.kit.component.BrowserModules;
import org.shishi.shell.live.LiveProgrammes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the browser modules of programmes that are open for work, and says 404 to everything else: the shell itself
 * would answer with its start page and 200, and browsers would try to run that as a script. An address names version and
 * content, so what it once gave may be kept for ever.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/" + BrowserModules.ROOT + "/*")
@HttpWhiteboardServletName("browser-modules")
public final class ModuleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ModuleServlet.class);

    private final transient BundleContext bundles;
    private final transient LiveProgrammes programmes;

    @Activate
    public ModuleServlet(BundleContext bundles, @Reference LiveProgrammes programmes) {
        this.bundles = bundles;
        this.programmes = programmes;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        Optional<byte[]> content = content(path);
        if (content.isEmpty()) {
            missing(response);
            return;
        }
        response.setContentType(Objects.requireNonNullElse(MimeTypes.of(path), "application/octet-stream"));
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentLength(content.get().length);
        response.getOutputStream().write(content.get());
    }

    private Optional<byte[]> content(String path) {
        for (LiveProgramme programme : programmes.live()) {
            Bundle bundle = bundles.getBundle(programme.bundleId());
            try {
                Optional<URL> file = bundle == null ? Optional.empty() : BrowserModules.find(bundle, path);
                if (file.isPresent()) {
                    return Optional.of(read(file.get()));
                }
            } catch (IllegalStateException | IOException gone) {
                // It left while it was read.
                LOG.debug("{} is not served any more", path, gone);
            }
        }
        return Optional.empty();
    }

    private static byte[] read(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        }
    }

    private static void missing(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().println("404");
    }
}
