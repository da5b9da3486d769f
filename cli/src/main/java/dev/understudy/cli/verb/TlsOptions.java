package dev.understudy.cli.verb;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;

/** Where the server's key stands: two files in PEM, or one of PKCS #12. */
final class TlsOptions {
    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "PEM file with the server's certificate, and those that lead to one that browsers trust.")
    private Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "PEM file with the key of --tls-cert (PKCS #8).")
    private Path key;

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description = "PKCS #12 file with certificate and key, in place of the two.")
    private Path keystore;

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "File with the password of the PKCS #12 file.")
    private Path keystorePassword;

    /**
     * Empty if the port speaks no TLS.
     *
     * @throws UnderstudyException {@link Problem#USAGE} for files that cannot be used
     */
    Optional<SSLContext> context() {
        if ((certificate == null) != (key == null) || certificate != null && keystore != null) {
            throw new UnderstudyException(
                    Problem.USAGE, "TLS needs --tls-cert and --tls-key, or --tls-keystore in place of both.");
        }
        if (certificate != null) {
            return Optional.of(ServerKey.ofPem(certificate, key));
        }
        return Optional.ofNullable(keystore)
                .map(store -> ServerKey.ofStore(store, Optional.ofNullable(keystorePassword)));
    }
}
