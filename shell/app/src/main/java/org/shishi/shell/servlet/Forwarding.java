package org.shishi.shell.servlet;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/**
 * Who really asks, as trusted proxies say. Each appends whom it heard from, so the list is read from its end: the first one
 * that is no proxy of ours is the client; what stands before it is what the client itself wrote.
 */
final class Forwarding {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    /** Anything else might be looked up as a name. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]{1,45}");

    private final Set<InetAddress> proxies;

    /** @param proxies addresses as text; what is none is left out */
    Forwarding(Collection<String> proxies) {
        this.proxies = proxies.stream()
                .map(Forwarding::address)
                .filter(address -> address != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    Request of(Request request) {
        InetAddress peer = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : null;
        if (peer == null || !proxies.contains(peer)) {
            return request;
        }
        InetAddress client = client(peer, request.getHeaders().getCSV(FOR, false));
        List<String> schemes = request.getHeaders().getCSV(PROTO, false);
        boolean secure = !schemes.isEmpty() && schemes.getLast().equalsIgnoreCase("https");
        return client.equals(peer) && !secure ? request : new Told(request, client, secure);
    }

    InetAddress client(InetAddress peer, List<String> told) {
        InetAddress client = peer;
        for (String each : told.reversed()) {
            InetAddress before = address(each);
            if (before == null || !proxies.contains(client)) {
                break;
            }
            client = before;
        }
        return client;
    }

    /** Null when it is no address. */
    private static InetAddress address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static final class Told extends Request.Wrapper {

        private final ConnectionMetaData connection;
        private final boolean secure;
        private final HttpURI uri;

        Told(Request request, InetAddress client, boolean secure) {
            super(request);
            this.secure = secure || request.isSecure();
            this.uri =
                    secure ? HttpURI.build(request.getHttpURI()).scheme("https").asImmutable() : request.getHttpURI();
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return new InetSocketAddress(client, 0);
                }

                @Override
                public boolean isSecure() {
                    return Told.this.secure;
                }
            };
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
