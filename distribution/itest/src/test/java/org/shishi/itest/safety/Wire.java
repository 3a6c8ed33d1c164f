package org.shishi.itest.safety;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shishi.testbed.process.ShishiProcess;

/** Requests that no client library would send. */
final class Wire {

    private static final int SECOND = 1000;
    private static final int PATIENCE_SECONDS = 60;

    /** @param text the whole answer as it came */
    record Answer(int status, String text) {

        String header(String name) {
            Matcher line = Pattern.compile("(?im)^" + name + ": *(.*?)\\r?$").matcher(text);
            return line.find() ? line.group(1) : "";
        }

        String body() {
            int head = text.indexOf("\r\n\r\n");
            return head < 0 ? "" : text.substring(head + 4);
        }
    }

    /** Writes the request; may stop when the other side does. */
    interface Request {
        void write(OutputStream out) throws IOException;
    }

    private Wire() {}

    static Answer send(ShishiProcess shishi, String request) {
        return send(shishi, out -> out.write(request.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends until it is answered, or until nothing more is to be sent, and reads the answer's first part. */
    static Answer send(ShishiProcess shishi, Request request) {
        try (Socket socket = new Socket("127.0.0.1", shishi.port())) {
            socket.setSoTimeout(PATIENCE_SECONDS * SECOND);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            try {
                request.write(new UntilAnswered(out, in));
                out.flush();
            } catch (IOException e) {
                // It has heard enough; what it said is read below.
            }
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a byte whenever nothing was answered for a moment. */
    static Answer drip(ShishiProcess shishi, String head, int bytes) {
        try (Socket socket = new Socket("127.0.0.1", shishi.port())) {
            OutputStream out = socket.getOutputStream();
            PushbackInputStream in = new PushbackInputStream(socket.getInputStream());
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(SECOND / 10);
            for (int i = 0; i < bytes; i++) {
                out.write(' ');
                try {
                    in.unread(in.read());
                    break;
                } catch (SocketTimeoutException e) {
                    // Nothing yet.
                }
            }
            socket.setSoTimeout(PATIENCE_SECONDS * SECOND);
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 13];
        try {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
                if (complete(all.toString(StandardCharsets.UTF_8))) {
                    break;
                }
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // The connection was cut after the answer, as one may do with whoever does not stop talking.
        }
        String text = all.toString(StandardCharsets.UTF_8);
        Matcher status = Pattern.compile("^HTTP/1\\.1 ([0-9]{3})").matcher(text);
        return new Answer(status.find() ? Integer.parseInt(status.group(1)) : 0, text);
    }

    private static boolean complete(String text) {
        int head = text.indexOf("\r\n\r\n");
        Matcher length = Pattern.compile("(?i)content-length: *([0-9]+)").matcher(text);
        return head >= 0
                && length.find()
                && text.substring(head + 4).getBytes(StandardCharsets.UTF_8).length
                        >= Integer.parseInt(length.group(1));
    }

    /** Stops writing as soon as something was answered. */
    private static final class UntilAnswered extends OutputStream {

        private final OutputStream out;
        private final InputStream in;

        UntilAnswered(OutputStream out, InputStream in) {
            this.out = out;
            this.in = in;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (in.available() > 0) {
                throw new IOException("answered");
            }
            out.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
