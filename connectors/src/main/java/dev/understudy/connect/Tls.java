package dev.understudy.connect;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * How a connection is encrypted, in the words of each driver.
 *
 * @param ca   certificates that are trusted, in PEM; empty for those that the Java trusts
 * @param cert certificate of the client, in PEM; empty for none
 * @param key  key of the client: PKCS #8 in DER for PostgreSQL, PKCS #12 with the certificate for MariaDB
 */
public record Tls(Mode mode, Optional<Path> ca, Optional<Path> cert, Optional<Path> key) {
    /** What a connection asks of the server. */
    public enum Mode {
        /** No encryption. */
        DISABLE,
        /** Encrypted; whoever stands in between is not noticed. */
        REQUIRE,
        /** The certificate is one that is trusted. */
        VERIFY_CA,
        /** … and of the very host that is named. */
        VERIFY_FULL
    }

    public Tls {
        for (Optional<Path> file : java.util.List.of(ca, cert, key)) {
            if (file.isPresent() && !Files.isReadable(file.get())) {
                throw new UnderstudyException(
                        Problem.USAGE, "The file %s for TLS cannot be read.".formatted(file.get()));
            }
        }
    }

    /** @throws UnderstudyException {@link Problem#USAGE} for a vendor that has no such connections */
    void tell(Vendor vendor, Properties properties) {
        switch (vendor) {
            case POSTGRESQL -> tellPostgresql(properties);
            case MARIADB -> tellMariaDb(properties);
            case H2, SQLITE, GENERIC ->
                throw new UnderstudyException(
                        Problem.USAGE,
                        "tls is for PostgreSQL and MariaDB; for other databases say it in the URL, as their drivers want it.");
        }
    }

    private void tellPostgresql(Properties properties) {
        properties.setProperty(
                "sslmode", mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        if (mode == Mode.DISABLE) {
            return;
        }
        if (ca.isPresent()) {
            properties.setProperty("sslrootcert", ca.get().toString());
        } else if (mode != Mode.REQUIRE) {
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        cert.ifPresent(file -> properties.setProperty("sslcert", file.toString()));
        key.ifPresent(file -> properties.setProperty("sslkey", file.toString()));
    }

    private void tellMariaDb(Properties properties) {
        properties.setProperty(
                "sslMode",
                switch (mode) {
                    case DISABLE -> "disable";
                    case REQUIRE -> "trust";
                    case VERIFY_CA -> "verify-ca";
                    case VERIFY_FULL -> "verify-full";
                });
        if (mode != Mode.REQUIRE) {
            ca.ifPresent(file -> properties.setProperty("serverSslCert", file.toString()));
        }
        key.ifPresent(file -> properties.setProperty("keyStore", file.toString()));
    }
}
