package dev.understudy.load.postgresql;

import dev.understudy.data.ColumnVector;
import dev.understudy.load.RowBuffer;

/** Writes one value that is not missing in one of COPY's formats. */
@FunctionalInterface
interface FieldEncoder {
    void encode(RowBuffer out, ColumnVector values, int row);
}
