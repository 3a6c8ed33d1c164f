package org.shishi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Nodes;

/**
 * Keeps the door from being run over: each account has its pace ({@code shishi.rest.rate} requests a second, ten times as
 * many at once), and whoever comes without a good token a tenth of it by address. Of several nodes each gives an equal
 * part, so that together they give no more.
 */
@Component(service = Gatekeeper.class)
public final class Gatekeeper {

    private static final int USUAL = 500;
    private static final int BURST = 10;
    private static final int STRANGER = 10;

    private final RateLimits accounts;
    private final RateLimits strangers;

    @Activate
    public Gatekeeper(BundleContext context, @Reference Nodes nodes) {
        String set = context.getProperty("shishi.rest.rate");
        double rate = set == null || set.isBlank() ? USUAL : Double.parseDouble(set.strip());
        accounts = new RateLimits(rate, rate * BURST, System::nanoTime, nodes::running);
        strangers = new RateLimits(rate / STRANGER, rate * BURST / STRANGER, System::nanoTime, nodes::running);
    }

    /** The answer to whoever is too fast; empty: come in. @param caller null without a good token */
    Optional<Reply> stop(HttpServletRequest request, Caller caller) {
        long seconds = caller == null
                ? stranger(request.getRemoteAddr())
                : accounts.wait(caller.accountId().toString());
        return seconds == 0
                ? Optional.empty()
                : Optional.of(Problems.of(429, "Too many requests", "请求过于频繁，请在 " + seconds + " 秒后再试")
                        .with("Retry-After", Long.toString(seconds)));
    }

    /** This machine itself is a proxy that does not say for whom it asks: it stands for many. */
    private long stranger(String address) {
        return local(address) ? accounts.wait("local") : strangers.wait(address);
    }

    private static boolean local(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
