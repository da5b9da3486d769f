package dev.understudy.load.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Chunks of bytes from the thread that encodes rows to the one inside the driver, a few at a time: memory is some chunks,
 * whoever is slower.
 */
final class ChunkPipe extends InputStream {
    private static final int CHUNKS = 4;
    private static final Chunk END = new Chunk(new byte[0], 0);
    private static final Chunk BROKEN = new Chunk(new byte[0], -1);

    private record Chunk(byte[] bytes, int size) {}

    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private Chunk current = new Chunk(new byte[0], 0);
    private int at;
    private volatile boolean readerGone;

    /** Hands a chunk over; waits while the reader is behind. @return false once the reader is gone */
    boolean put(byte[] bytes, int size) {
        return offer(new Chunk(bytes, size));
    }

    /** Says that no more comes. */
    void end() {
        offer(END);
    }

    /** Makes the reader fail. */
    void breakOff() {
        offer(BROKEN);
    }

    /** Says that nobody reads any more. */
    void leave() {
        readerGone = true;
        chunks.clear();
    }

    private boolean offer(Chunk chunk) {
        try {
            while (!readerGone) {
                if (chunks.offer(chunk, 100, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean advance() throws IOException {
        while (at == current.size) {
            if (current == END) {
                return false;
            }
            try {
                current = chunks.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                current = BROKEN;
            }
            at = 0;
            if (current == BROKEN) {
                throw new IOException("The load was given up.");
            }
            if (current == END) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return advance() ? current.bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, current.size - at);
        System.arraycopy(current.bytes, at, target, offset, count);
        at += count;
        return count;
    }
}
