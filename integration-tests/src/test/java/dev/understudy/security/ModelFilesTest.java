package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.CommandProcess;
import dev.understudy.commandline.DatabaseCase;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.file.ModelFile;
import dev.understudy.model.file.ModelKey;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files that are encrypted, damaged or forged. */
class ModelFilesTest {
    private static final String SECRET = "correct horse battery staple";
    private static final byte[] HEAD = "UNDERSTUDY\n\0".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static Path plain;
    private static DatabaseModel model;

    @BeforeAll
    static void learn() {
        plain = folder.resolve("plain.understudy");
        CommandLineRun.of("learn", "--source", DatabaseCase.H2.source(), "--model", plain.toString())
                .done();
        model = ModelFile.read(plain);
    }

    private static void assertRefused(Path file, Optional<ModelKey> key, String word) {
        assertThatThrownBy(() -> ModelFile.read(file, key))
                .isInstanceOfSatisfying(
                        UnderstudyException.class, e -> assertThat(e.problem()).isEqualTo(Problem.USAGE))
                .hasMessageContaining(word)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void anEncryptedModelOpensWithItsKeyAlone() throws Exception {
        Path file = folder.resolve("sealed.understudy");
        String digest = ModelFile.write(model, file, Optional.of(ModelKey.of(SECRET)));

        assertThat(digest).isEqualTo(ModelFile.digest(model));
        assertThat(ModelFile.read(file, Optional.of(ModelKey.of(SECRET))).digest())
                .isEqualTo(digest);
        assertRefused(file, Optional.empty(), "is encrypted");
        assertRefused(file, Optional.of(ModelKey.of(SECRET + "r")), "another one, or changed");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        assertRefused(
                Files.write(folder.resolve("changed.understudy"), bytes), Optional.of(ModelKey.of(SECRET)), "changed");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    @Tag("acceptance")
    void theKeyComesFromAFileThatAVariableNames() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), SECRET + "\n");
        Path file = folder.resolve("by-command.understudy");
        Map<String, String> environment = Map.of(ModelKey.FILE_VARIABLE, key.toString());
        try (CommandProcess learning = CommandProcess.start(
                folder, environment, "learn", "--source", DatabaseCase.H2.source(), "--model", file.toString())) {
            learning.await().done();
        }
        try (CommandProcess explaining = CommandProcess.start(folder, environment, "explain", file.toString())) {
            explaining.await().done();
        }
        CommandLineRun.of("explain", file.toString()).refused(2, "is encrypted");
        assertThatThrownBy(() -> ModelKey.of("short")).hasMessageContaining("too short");
    }

    @Test
    void everyDamageIsToldInOneLine() throws Exception {
        byte[] whole = Files.readAllBytes(plain);
        Random random = new Random(5);
        Path file = folder.resolve("damaged.understudy");
        for (int round = 0; round < 60; round++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            try {
                // A few bits of the compression's own header mean nothing.
                assertThat(ModelFile.digest(ModelFile.read(file))).isEqualTo(ModelFile.digest(model));
            } catch (UnderstudyException e) {
                assertThat(e.problem()).isEqualTo(Problem.USAGE);
            }
        }
        for (int length : new int[] {0, 5, 11, 12, 43, 44, 60, whole.length / 2, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertRefused(file, Optional.empty(), "not a model file, or it is damaged");
        }
    }

    @Test
    void aDigestOfSomethingElseIsNoticed() throws Exception {
        byte[] bytes = Files.readAllBytes(plain);
        bytes[HEAD.length + 3] ^= 1;
        assertRefused(Files.write(folder.resolve("digest.understudy"), bytes), Optional.empty(), "damaged");
    }

    /** Three hundred megabytes of nothing in three hundred kilobytes. */
    @Test
    void aFileThatGrowsBeyondMeasureIsGivenUp() throws Exception {
        byte[] ones = new byte[1 << 16];
        java.util.Arrays.fill(ones, (byte) 0xC2);
        Path file = forged("bomb.understudy", ones, 5_000);
        assertThat(Files.size(file)).isLessThan(600_000);
        assertRefused(file, Optional.empty(), "damaged");
    }

    /** A model of the right format with a key that nobody knows, whose value is an array that does not end. */
    private static Path forged(String name, byte[] block, int times) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(HEAD);
            out.write(new byte[32]);
            try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                packed.write(new byte[] {':', ')', '\n', 0, (byte) 0xFA});
                packed.write(
                        new byte[] {(byte) 0x85, 'f', 'o', 'r', 'm', 'a', 't', (byte) (0xC0 + 2 * DatabaseModel.FORMAT)
                        });
                packed.write(new byte[] {(byte) 0x80, 'x', (byte) 0xF8});
                for (int i = 0; i < times; i++) {
                    packed.write(block);
                }
            }
        }
        return file;
    }

    @Test
    void deepNestingIsGivenUp() throws Exception {
        byte[] arrays = new byte[1 << 16];
        java.util.Arrays.fill(arrays, (byte) 0xF8);
        assertRefused(forged("deep.understudy", arrays, 16), Optional.empty(), "damaged");
    }
}
