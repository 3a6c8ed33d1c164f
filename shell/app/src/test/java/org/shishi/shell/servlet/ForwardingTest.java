package org.shishi.shell.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks, of those that a request names. */
class ForwardingTest {

    private final Forwarding forwarding = new Forwarding(List.of("127.0.0.1", "::1", "10.0.0.5", "proxy.example.org"));

    @ParameterizedTest
    @CsvSource({
        // Nobody is named.
        "127.0.0.1, '', 127.0.0.1",
        "127.0.0.1, 203.0.113.9, 203.0.113.9",
        "10.0.0.5, 203.0.113.9, 203.0.113.9",
        // One proxy behind the other.
        "127.0.0.1, 203.0.113.9 10.0.0.5, 203.0.113.9",
        // What the client wrote itself stands before what the proxy heard.
        "127.0.0.1, 198.51.100.7 203.0.113.9, 203.0.113.9",
        "127.0.0.1, 10.0.0.5 203.0.113.9, 203.0.113.9",
        // A name, or what is none of both, is nobody.
        "127.0.0.1, localhost, 127.0.0.1",
        "127.0.0.1, unknown, 127.0.0.1",
        "127.0.0.1, 203.0.113.9 unknown, 127.0.0.1",
        "::1, 2001:db8::7, 2001:db8::7",
        // No proxy: nothing that it says counts.
        "192.0.2.4, 203.0.113.9, 192.0.2.4",
    })
    void the_client_is_the_last_one_that_is_no_proxy(String peer, String told, String client)
            throws UnknownHostException {
        List<String> header =
                Arrays.stream(told.split(" ")).filter(each -> !each.isEmpty()).toList();
        assertEquals(InetAddress.getByName(client), forwarding.client(InetAddress.getByName(peer), header));
    }
}
