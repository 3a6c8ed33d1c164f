package org.shishi.core.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where failed sign-ins come from, as it is counted. */
final class ClientAddress {

    /** Anything else might be looked up as a name. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F.]*:[0-9a-fA-F:.]{1,45}");

    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientAddress() {}

    /**
     * Empty for an unknown address, and for this machine itself: that is a proxy that does not say for whom it asks, and
     * locking it would lock out everybody.
     */
    static Optional<String> subject(String address) {
        if (address == null || !LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (parsed.isLoopbackAddress()) {
                return Optional.empty();
            }
            byte[] bytes = parsed.getAddress();
            // Who has one IPv6 address has billions: the network counts.
            byte[] counted = bytes.length > 4 ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
            return Optional.of("address:" + Digests.sha256(HexFormat.of().formatHex(counted)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
