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
    static SSLContext ofStore(Path file, Optional<Path> passwordFile) {
        try (InputStream in = Files.newInputStream(file)) {
            char[] password = passwordFile.isPresent()
                    ? Files.readString(passwordFile.get()).strip().toCharArray()
                    : new char[0];
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return context(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The key in %s cannot be opened; it must be a PKCS #12 file, and its password stand in --tls-password-file."
                            .formatted(file),
                    e);
        }
    }

    /**
     * @param certificates PEM, the server's own first
     * @param key          PEM, PKCS #8 without a password
     * @throws UnderstudyException {@link Problem#USAGE} if they are something else, or do not belong together
     */
    static SSLContext ofPem(Path certificates, Path key) {
        try {
            return context(PemKey.store(certificates, key), new char[0]);
        } catch (IOException | GeneralSecurityException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    ("The certificate in %s and the key in %s cannot be used; both must be PEM and belong together, and the key begin"
                                    + " with BEGIN PRIVATE KEY (`openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW` makes that of others).")
                            .formatted(certificates, key),
                    e);
        }
    }

    private static SSLContext context(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
