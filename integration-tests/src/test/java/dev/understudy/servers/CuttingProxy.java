package dev.understudy.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a program and a database server, and loses a connection at a moment that would be hard to meet: when what the
 * program said last has reached the server, and before the answer comes back. The server is a real one and does what it was told.
 */
public final class CuttingProxy implements AutoCloseable {
    private static final Pattern PLACE = Pattern.compile("//([^:/?]+):(\\d+)/");
    private static final int MILLISECONDS_TO_DO_IT = 400;

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final String url;
    private final Pattern last;
    private final AtomicInteger left;
    private final AtomicInteger cut = new AtomicInteger();

    /**
     * @param url   of the database, with host and port
     * @param last  looked for in all that one connection said; it is cut once this is found
     * @param times how many connections are cut at most
     */
    public CuttingProxy(String url, Pattern last, int times) throws IOException {
        Matcher place = PLACE.matcher(url);
        if (!place.find()) {
            throw new IllegalArgumentException("The URL names no host with a port");
        }
        this.host = place.group(1);
        this.port = Integer.parseInt(place.group(2));
        this.last = last;
        this.left = new AtomicInteger(times);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.url = place.replaceFirst("//127.0.0.1:" + door.getLocalPort() + "/");
        begin(this::accept);
    }

    /** Of the same database by way of this. */
    public String url() {
        return url;
    }

    /** How many connections were cut. */
    public int cut() {
        return cut.get();
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "cutting proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                new Line(client, new Socket(host, port)).open();
            } catch (IOException e) {
                // The door was closed, or the client went away.
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** One connection. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private final StringBuilder said = new StringBuilder();
        private volatile boolean mute;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void open() {
            begin(() -> pass(client, server, true));
            begin(() -> pass(server, client, false));
        }

        private void pass(Socket from, Socket to, boolean asks) {
            byte[] bytes = new byte[64 * 1024];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                    boolean found = asks && isLast(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
                    mute |= found;
                    if (asks || !mute) {
                        out.write(bytes, 0, n);
                        out.flush();
                    }
                    if (found) {
                        Thread.sleep(MILLISECONDS_TO_DO_IT);
                        cut.incrementAndGet();
                        return;
                    }
                }
            } catch (IOException e) {
                // One end went away, and so does the other.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean isLast(String words) {
            said.append(words);
            return last.matcher(said).find() && left.getAndDecrement() > 0;
        }
    }
}
