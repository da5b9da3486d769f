package dev.understudy.model.file;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import dev.understudy.encode.Codec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.DatabaseModel;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Expression;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Writes and reads {@code .understudy} files: binary JSON (Smile), compressed, in an {@link Envelope} that tells its digest and
 * may be encrypted. Holds no clock, host or path, so equal models give equal files, unless they are encrypted.
 */
public final class ModelFile {
    private static final ObjectMapper MAPPER = mapper();

    private ModelFile() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = SmileMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
        mapper.setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE);
        mapper.setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
        mapper.setVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY);
        addKinds(mapper, Codec.class);
        addKinds(mapper, ColumnFill.class);
        addKinds(mapper, Condition.class);
        addKinds(mapper, Expression.class);
        return mapper;
    }

    /** The records of a sealed family carry their simple name, so that reading knows which one to make. */
    private static void addKinds(ObjectMapper mapper, Class<?> family) {
        mapper.addMixIn(family, Kinds.class);
        for (Class<?> kind : family.getPermittedSubclasses()) {
            if (kind.isSealed()) {
                addKinds(mapper, kind);
            } else {
                mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
            }
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {}

    /**
     * Replaces the file in one step, so that a reader never sees half of it; only the owner may read it.
     *
     * @return digest of the model, as {@link #digest}
     */
    public static String write(DatabaseModel model, Path file) {
        return write(model, file, Optional.empty());
    }

    /** As {@link #write(DatabaseModel, Path)}, readable only for those who have the key. */
    public static String write(DatabaseModel model, Path file, Optional<ModelKey> key) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, ".model", ".part");
            try {
                restrict(unfinished);
                MessageDigest sha = sha();
                try (OutputStream out =
                        new DigestOutputStream(Envelope.write(Files.newOutputStream(unfinished), key), sha)) {
                    MAPPER.writeValue(out, model);
                }
                byte[] digest = sha.digest();
                Envelope.seal(unfinished, digest);
                Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                return HexFormat.of().formatHex(digest);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UnderstudyException(
                    Problem.FAILED, "Cannot write the model to %s: check the folder and the disk.".formatted(file), e);
        }
    }

    private static void restrict(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    public static DatabaseModel read(Path file) {
        return read(file, Optional.empty()).model();
    }

    /** A model out of a file. @param digest as {@link #digest} */
    public record Read(DatabaseModel model, String digest) {}

    /**
     * @param key needed for a file that is encrypted
     * @throws UnderstudyException {@link Problem#USAGE} for a file that is missing, damaged, changed, of another format, or
     *     encrypted otherwise
     */
    public static Read read(Path file, Optional<ModelKey> key) {
        if (!Files.isReadable(file)) {
            throw new UnderstudyException(
                    Problem.USAGE, "There is no readable model at %s; learn one first.".formatted(file));
        }
        try {
            int format = format(file, key);
            if (format != DatabaseModel.FORMAT) {
                throw new UnderstudyException(
                        Problem.USAGE,
                        "The model %s has format %d; this version reads format %d. Learn it again."
                                .formatted(file, format, DatabaseModel.FORMAT));
            }
            try (Envelope envelope = Envelope.open(file, key)) {
                DatabaseModel model = MAPPER.readValue(envelope.content(), DatabaseModel.class);
                return new Read(model, envelope.requireDigest());
            }
        } catch (IOException e) {
            throw new UnderstudyException(
                    Problem.USAGE, "%s is not a model file, or it is damaged; learn it again.".formatted(file), e);
        }
    }

    /** Read before all else: what another format says need not make sense here. It is the first of the file's keys. */
    private static int format(Path file, Optional<ModelKey> key) throws IOException {
        try (Envelope envelope = Envelope.open(file, key);
                JsonParser parser = MAPPER.createParser(envelope.content())) {
            boolean found = parser.nextToken() == JsonToken.START_OBJECT && "format".equals(parser.nextFieldName());
            int format = found ? parser.nextIntValue(0) : 0;
            if (format < 1) {
                throw new IOException("No format is told");
            }
            return format;
        }
    }

    /** SHA-256 of the model in hexadecimal digits: equal exactly for equal models. */
    public static String digest(DatabaseModel model) {
        MessageDigest sha = sha();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            MAPPER.writeValue(out, model);
        } catch (IOException e) {
            throw new UnderstudyException(Problem.FAILED, "Cannot compute the digest of the model.", e);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
