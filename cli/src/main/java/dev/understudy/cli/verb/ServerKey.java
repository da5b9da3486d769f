package dev.understudy.cli.verb;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key by which the server speaks TLS. */
final class ServerKey {
    private ServerKey() {}

    /**
     * @param file         PKCS #12
     * @param passwordFile empty for a key without a password
     * @throws UnderstudyException {@link Problem#USAGE} if the file cannot be opened with that password
     */
    static SSLContext context(Path file, Optional<Path> passwordFile) {
        try (InputStream in = Files.newInputStream(file)) {
            char[] password = passwordFile.isPresent()
                    ? Files.readString(passwordFile.get()).strip().toCharArray()
                    : new char[0];
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The key in %s cannot be opened; it must be a PKCS #12 file, and its password stand in --tls-password-file."
                            .formatted(file),
                    e);
        }
    }
}
