package dev.understudy.cli.verb;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a visitor of the server must know: made once, kept in a file that only its owner reads.
 *
 * @param text 32 random bytes in base 64
 */
record AccessToken(String text, Path file) {
    private static final int BYTES = 32;
    private static final int SHORTEST = 16;

    /** @throws UnderstudyException if the file cannot be read or made, or holds less than 16 characters */
    static AccessToken in(Path folder) {
        Path file = folder.resolve("token");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                Files.createFile(file, onlyForOwner());
                Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            String text = Files.readString(file).strip();
            if (text.length() < SHORTEST) {
                throw new UnderstudyException(
                        Problem.USAGE, "The token in %s is too short; delete the file for a new one.".formatted(file));
            }
            return new AccessToken(text, file);
        } catch (IOException e) {
            throw new UnderstudyException(Problem.USAGE, "The token in %s cannot be read or made.".formatted(file), e);
        }
    }

    private static FileAttribute<?>[] onlyForOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Tokens are not to be printed by chance. */
    @Override
    public String toString() {
        return "token in " + file;
    }
}
