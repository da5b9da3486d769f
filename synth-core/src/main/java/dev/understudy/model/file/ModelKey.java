package dev.understudy.model.file;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** A secret by which model files are encrypted. Never shown. */
public final class ModelKey {
    /** Variable that holds the secret. */
    public static final String VARIABLE = "UNDERSTUDY_MODEL_KEY";
    /** Variable that names a file with it. */
    public static final String FILE_VARIABLE = "UNDERSTUDY_MODEL_KEY_FILE";

    private static final int SHORTEST = 16;
    private static final int ROUNDS = 600_000;
    private static final int BITS = 256;

    private final char[] secret;

    private ModelKey(char[] secret) {
        this.secret = secret;
    }

    /** @throws UnderstudyException {@link Problem#USAGE} for less than 16 characters */
    public static ModelKey of(String secret) {
        if (secret.length() < SHORTEST) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The key of models is too short; it must have %d characters at least.".formatted(SHORTEST));
        }
        return new ModelKey(secret.toCharArray());
    }

    /**
     * The key that the environment tells; empty if it tells none.
     *
     * @param environment value of a variable, or null
     */
    public static Optional<ModelKey> from(Function<String, String> environment) {
        String secret = environment.apply(VARIABLE);
        String file = environment.apply(FILE_VARIABLE);
        if (secret != null && !secret.isEmpty()) {
            return Optional.of(of(secret));
        }
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Files.readString(Path.of(file)).strip()));
        } catch (IOException e) {
            throw new UnderstudyException(
                    Problem.USAGE, "The file that %s names cannot be read.".formatted(FILE_VARIABLE), e);
        }
    }

    /** PBKDF2 with HMAC-SHA-256 and 600,000 rounds, as OWASP asks for: some 0.3 s. @param salt random, kept with the file */
    SecretKey stretched(byte[] salt) throws GeneralSecurityException {
        PBEKeySpec words = new PBEKeySpec(secret, salt, ROUNDS, BITS);
        return new SecretKeySpec(
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(words)
                        .getEncoded(),
                "AES");
    }

    @Override
    public String toString() {
        return "a key";
    }
}
