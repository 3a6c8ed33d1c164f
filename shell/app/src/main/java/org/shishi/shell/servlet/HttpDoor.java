package org.shishi.shell.servlet;

import java.util.Arrays;
import java.util.List;
import org.apache.felix.http.jetty.LoadBalancerCustomizerFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What Jetty is told that Felix has no setting for: whose word counts about who asks and by which scheme, that a body comes
 * in time, and that headers are what was sent. Felix' own customizer believes everybody.
 */
@Component(property = Constants.SERVICE_RANKING + ":Integer=1000")
public final class HttpDoor implements LoadBalancerCustomizerFactory {

    /** Bytes a second, over the whole of a body: a trickle must not keep a thread. */
    private static final long SLOWEST_BODY = 100;

    private final Forwarding forwarding;

    @Activate
    public HttpDoor(BundleContext context) {
        String set = context.getProperty("shishi.http.proxies");
        List<String> proxies = set == null
                ? List.of()
                : Arrays.stream(set.split(",")).map(String::strip).toList();
        forwarding = new Forwarding(proxies);
    }

    @Override
    public HttpConfiguration.Customizer createCustomizer() {
        return this::admit;
    }

    private Request admit(Request request, HttpFields.Mutable response) {
        HttpConfiguration door = request.getConnectionMetaData().getHttpConfiguration();
        door.setMinRequestDataRate(SLOWEST_BODY);
        // Else a connection answers a token that differs from an earlier one in case only as if it were that one.
        door.setHeaderCacheCaseSensitive(true);
        return forwarding.of(request);
    }
}
