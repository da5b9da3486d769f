package dev.understudy.model.file;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * What stands around a model in its file: eleven letters, how it is kept, the digest of what is inside, and then the content,
 * compressed, and encrypted by AES-256-GCM if a key was given. The digest finds damage; only a key finds that somebody
 * changed the file on purpose.
 */
final class Envelope implements AutoCloseable {
    private static final byte[] LETTERS = "UNDERSTUDY\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PLAIN = 0;
    private static final int ENCRYPTED = 1;
    private static final int DIGEST_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** A real model shrinks to a fifth or a tenth; what grows a hundredfold was made to fill the memory. */
    private static final long MOST_GROWTH = 100;

    private static final long SMALL = 64L << 20;

    private final InputStream content;
    private final MessageDigest found;
    private final byte[] told;

    private Envelope(InputStream content, MessageDigest found, byte[] told) {
        this.content = content;
        this.found = found;
        this.told = told;
    }

    /**
     * Opens a file for its content; {@link #seal} must follow when that is written, since only then its digest is known.
     *
     * @param out closed with what is returned
     */
    static OutputStream write(OutputStream out, Optional<ModelKey> key) throws IOException {
        out.write(LETTERS);
        out.write(key.isPresent() ? ENCRYPTED : PLAIN);
        out.write(new byte[DIGEST_BYTES]);
        return new Packing(key.isPresent() ? new Sealing(out, key.get()) : out);
    }

    /** Puts the digest into a file that is written. @param digest of its content */
    static void seal(Path file, byte[] digest) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            while (bytes.hasRemaining()) {
                channel.write(bytes, LETTERS.length + 1 + bytes.position());
            }
        }
    }

    /** A third of the time that the standard effort takes, for files a sixth larger. */
    private static final class Packing extends GZIPOutputStream {
        Packing(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** @throws IOException if the file is none, or damaged */
    static Envelope open(Path file, Optional<ModelKey> key) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            DataInputStream head = new DataInputStream(in);
            byte[] letters = new byte[LETTERS.length];
            head.readFully(letters);
            if (!Arrays.equals(letters, LETTERS)) {
                throw new IOException("The first letters are others");
            }
            int kept = head.readUnsignedByte();
            byte[] told = new byte[DIGEST_BYTES];
            head.readFully(told);
            InputStream body = switch (kept) {
                case PLAIN -> in;
                case ENCRYPTED -> opened(file, head, key);
                default -> throw new IOException("Kept in a way that is not known");
            };
            long most = Math.max(SMALL, MOST_GROWTH * Files.size(file));
            MessageDigest found = MessageDigest.getInstance("SHA-256");
            return new Envelope(
                    new DigestInputStream(new Bounded(new GZIPInputStream(body, 1 << 16), most), found), found, told);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        } catch (GeneralSecurityException e) {
            in.close();
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static InputStream opened(Path file, DataInputStream in, Optional<ModelKey> key) throws IOException {
        if (key.isEmpty()) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The model %s is encrypted; set %s or %s."
                            .formatted(file, ModelKey.VARIABLE, ModelKey.FILE_VARIABLE));
        }
        byte[] salt = in.readNBytes(SALT_BYTES);
        byte[] nonce = in.readNBytes(NONCE_BYTES);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key.get().stretched(salt), new GCMParameterSpec(TAG_BITS, nonce));
            return new ByteArrayInputStream(cipher.doFinal(in.readAllBytes()));
        } catch (GeneralSecurityException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The model %s cannot be opened with this key: it was made with another one, or changed since."
                            .formatted(file),
                    e);
        }
    }

    /** Unpacked and checked while it is read; closing it does nothing, because the digest needs the rest. */
    InputStream content() {
        return new FilterInputStream(content) {
            @Override
            public void close() {}
        };
    }

    /**
     * Reads what is left.
     *
     * @return digest of the content, in hexadecimal digits
     * @throws IOException if the content is not what the file says
     */
    String requireDigest() throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
        if (!MessageDigest.isEqual(found.digest(), told)) {
            throw new IOException("The digest is another one");
        }
        return HexFormat.of().formatHex(told);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Gathers all bytes, and writes them encrypted at the end. */
    private static final class Sealing extends FilterOutputStream {
        private final OutputStream end;
        private final ModelKey key;

        Sealing(OutputStream end, ModelKey key) {
            super(new ByteArrayOutputStream());
            this.end = end;
            this.key = key;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            byte[] salt = new byte[SALT_BYTES];
            byte[] nonce = new byte[NONCE_BYTES];
            SecureRandom random = new SecureRandom();
            random.nextBytes(salt);
            random.nextBytes(nonce);
            try (end) {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, key.stretched(salt), new GCMParameterSpec(TAG_BITS, nonce));
                end.write(salt);
                end.write(nonce);
                end.write(cipher.doFinal(((ByteArrayOutputStream) out).toByteArray()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has AES", e);
            }
        }
    }

    /** Ends what grows beyond all measure. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            take(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            take(Math.max(read, 0));
            return read;
        }

        private void take(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("It grows beyond all measure");
            }
        }
    }
}
