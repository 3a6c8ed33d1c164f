package org.shishi.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Asks for the port before anything is started; the HTTP service would only write its failure to the log. */
final class FreePort {

    private FreePort() {}

    static void require(Configuration configuration) {
        InetAddress host;
        try {
            host = InetAddress.getByName(configuration.host());
        } catch (UnknownHostException e) {
            throw configuration.refused(
                    Setting.HTTP_HOST, "is " + configuration.host() + ", which is no known address");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, configuration.port()));
        } catch (IOException e) {
            // A port below 1024 needs a right; an address that is not this machine's can't be used; else: taken.
            throw configuration.refused(
                    Setting.HTTP_PORT,
                    "is " + configuration.port() + ", but nobody can listen there on " + configuration.host() + ": "
                            + e.getMessage());
        }
    }
}
