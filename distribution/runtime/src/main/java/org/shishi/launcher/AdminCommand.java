package org.shishi.launcher;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.List;

/** Hands its words to the running platform and prints what that says. */
final class AdminCommand {

    private AdminCommand() {}

    static int run(Home home, List<String> words) {
        HomeLock.running(home).orElseThrow(() -> StatusCommand.notRunning(home));
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(home.adminSocket()));
                DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel))) {
            AdminWords.write(out, words);
            boolean done = in.readBoolean();
            String text = AdminWords.read(in).getFirst();
            (done ? System.out : System.err).println(text.stripTrailing());
            return done ? 0 : 1;
        } catch (IOException e) {
            throw new Refusal("Shishi does not answer at " + home.adminSocket() + ": " + Reason.of(e) + ".");
        }
    }
}
