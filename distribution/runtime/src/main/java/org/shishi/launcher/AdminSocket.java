package org.shishi.launcher;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the words of {@code bin/shishi admin} from another process of the same user. A socket in the home folder, not
 * a port: who may enter the folder is decided by the file system, and nobody can reach it through the network.
 */
final class AdminSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AdminSocket.class);

    private final ServerSocketChannel server;
    private final Path file;
    private final AdminCommands commands;

    private AdminSocket(ServerSocketChannel server, Path file, AdminCommands commands) {
        this.file = file;
        this.server = server;
        this.commands = commands;
    }

    static AdminSocket open(Home home, BundleContext context) throws IOException {
        Files.deleteIfExists(home.adminSocket());
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        AdminSocket socket = new AdminSocket(server, home.adminSocket(), new AdminCommands(context));
        try {
            server.bind(UnixDomainSocketAddress.of(home.adminSocket()));
            Thread.ofVirtual().name("shishi-admin").start(socket::accept);
        } catch (IOException e) {
            // Operating systems limit the name to some 100 characters. The platform runs without, the command says why.
            LOG.info("bin/shishi admin is not available in {}: {}", home.root(), e.getMessage());
            server.close();
        }
        return socket;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel caller = server.accept();
                Thread.ofVirtual().name("shishi-admin-call").start(() -> answer(caller));
            }
        } catch (ClosedChannelException e) {
            LOG.debug("Closed");
        } catch (IOException e) {
            LOG.error("bin/shishi admin is no longer answered", e);
        }
    }

    private void answer(SocketChannel caller) {
        try (caller;
                DataInputStream in = new DataInputStream(Channels.newInputStream(caller));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(caller))) {
            List<String> words = AdminWords.read(in);
            LOG.info("bin/shishi admin {}", words.isEmpty() ? "is asked what it offers" : words.getFirst());
            boolean done = false;
            String text;
            try {
                text = commands.call(words);
                done = true;
            } catch (IllegalArgumentException e) {
                text = e.getMessage();
            } catch (RuntimeException e) {
                LOG.error("bin/shishi admin {} fails", words, e);
                text = "The command fails; the log of the platform says why.";
            }
            out.writeBoolean(done);
            AdminWords.write(out, List.of(String.valueOf(text)));
        } catch (IOException e) {
            LOG.debug("The caller has gone", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(file);
    }
}
