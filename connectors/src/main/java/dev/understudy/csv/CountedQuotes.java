package dev.understudy.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts double quotes while they pass: of a file that was cut off inside a field there is an odd number. */
final class CountedQuotes extends FilterReader {
    private boolean odd;

    CountedQuotes(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        for (int i = offset; i < offset + n; i++) {
            odd ^= buffer[i] == '"';
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        odd ^= c == '"';
        return c;
    }

    boolean isOdd() {
        return odd;
    }
}
