package dev.understudy.cli.verb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key and the certificates for it, from two files in PEM, as a store of keys. */
final class PemKey {
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PemKey() {}

    /**
     * @param certificates the server's first, then those that lead to one that clients trust
     * @param key          PKCS #8, not encrypted
     * @throws GeneralSecurityException if a file holds something else, or the key is not that of the certificate
     */
    static KeyStore store(Path certificates, Path key) throws IOException, GeneralSecurityException {
        Certificate[] chain;
        try (InputStream in = Files.newInputStream(certificates)) {
            chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
        }
        PrivateKey own = key(Files.readString(key));
        if (chain.length == 0 || !isPair(own, chain[0].getPublicKey())) {
            throw new GeneralSecurityException("The key is not that of the first certificate");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", own, new char[0], chain);
        return store;
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        Matcher found = PRIVATE_KEY.matcher(pem);
        if (!found.find()) {
            throw new GeneralSecurityException("No private key of PKCS #8");
        }
        PKCS8EncodedKeySpec encoded =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
        GeneralSecurityException last = null;
        // Which algorithm it is stands inside, where only the right factory reads it.
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw last;
    }

    private static boolean isPair(PrivateKey own, PublicKey known) throws GeneralSecurityException {
        if (!own.getAlgorithm().equals(known.getAlgorithm())) {
            return false;
        }
        byte[] words = {1, 2, 3};
        Signature signature = Signature.getInstance(
                switch (own.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "EdDSA";
                });
        signature.initSign(own);
        signature.update(words);
        byte[] signed = signature.sign();
        signature.initVerify(known);
        signature.update(words);
        return signature.verify(signed);
    }
}
