package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;

/** Keys and certificates by keytool. */
public final class TestCertificate {
    private TestCertificate() {}

    /**
     * A key pair with a certificate of its own: {@code NAME.crt} and {@code NAME.key} as PEM, and {@code NAME.p12}, PKCS #12
     * under the password {@code changeit}.
     *
     * @return the certificate
     */
    public static Path make(Path folder, String name, String host) throws Exception {
        Path store = folder.resolve(name + ".p12");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(folder.resolve("keytool.txt"))).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        Key key = keys.getKey("server", "changeit".toCharArray());
        pem(folder.resolve(name + ".key"), "PRIVATE KEY", key.getEncoded());
        return pem(
                folder.resolve(name + ".crt"),
                "CERTIFICATE",
                keys.getCertificate("server").getEncoded());
    }

    private static Path pem(Path file, String what, byte[] bytes) throws Exception {
        return Files.writeString(
                file,
                "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                        .formatted(what, Base64.getMimeEncoder().encodeToString(bytes)));
    }
}
