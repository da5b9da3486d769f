package dev.understudy.read.postgresql;

import dev.understudy.read.BatchFiller;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Runs one binary {@code COPY … TO STDOUT} and decodes its rows into batches. */
final class CopyOutRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FLAGS = Integer.BYTES;

    private final BinaryField[] fields;
    private final BatchFiller filler;

    CopyOutRows(List<BinaryField> fields, BatchFiller filler) {
        this.fields = fields.toArray(BinaryField[]::new);
        this.filler = filler;
    }

    /** @param query a SELECT whose columns are those of the fields */
    void read(Connection connection, String query) throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
        boolean wanted = true;
        try {
            for (byte[] message = copy.readFromCopy(); message != null && wanted; message = copy.readFromCopy()) {
                wanted = rowsOf(message);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        filler.flush();
    }

    /** A message holds whole rows, the first one behind the file's header. @return false once no more are wanted */
    private boolean rowsOf(byte[] message) {
        int offset = startsWithSignature(message) ? afterHeader(message) : 0;
        while (offset < message.length) {
            int width = (short) BinaryField.SHORT.get(message, offset);
            offset += Short.BYTES;
            if (width < 0) {
                return true;
            }
            for (int i = 0; i < width; i++) {
                int length = (int) BinaryField.INT.get(message, offset);
                offset += Integer.BYTES;
                if (length < 0) {
                    filler.cells(i).addMissing();
                } else {
                    fields[i].decode(message, offset, length, filler.cells(i));
                    offset += length;
                }
            }
            if (!filler.endRow()) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithSignature(byte[] message) {
        if (message.length < SIGNATURE.length) {
            return false;
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (message[i] != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    private static int afterHeader(byte[] message) {
        int extension = (int) BinaryField.INT.get(message, SIGNATURE.length + FLAGS);
        return SIGNATURE.length + FLAGS + Integer.BYTES + extension;
    }
}
