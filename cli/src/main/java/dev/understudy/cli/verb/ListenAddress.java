package dev.understudy.cli.verb;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.net.InetSocketAddress;

/** {@code HOST:PORT} as it is typed. */
final class ListenAddress {
    private static final int LAST_PORT = 65_535;

    private ListenAddress() {}

    /** @param text such as {@code 127.0.0.1:8423} or {@code [::1]:8423}; port 0 takes any that is free */
    static InetSocketAddress of(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            String host = text.substring(0, Math.max(colon, 0)).replaceAll("^\\[|]$", "");
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (!host.isEmpty() && port <= LAST_PORT && !address.isUnresolved()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new UnderstudyException(
                Problem.USAGE, "--listen takes HOST:PORT, such as 127.0.0.1:8423; %s is none.".formatted(text));
    }
}
