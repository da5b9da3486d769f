package dev.understudy.job;

import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.target.Ledger;

/** A source may be a target of an earlier run; what Understudy noted there is no data. */
final class OwnTables {
    private OwnTables() {}

    static Schema without(Schema schema) {
        return new Schema(
                schema.vendor(),
                schema.vendorVersion(),
                schema.defaultSchema(),
                schema.tables().stream().filter(table -> !isOwn(table.name())).toList(),
                schema.foreignKeys().stream()
                        .filter(link -> !isOwn(link.child()) && !isOwn(link.parent()))
                        .toList(),
                schema.sequences().stream()
                        .filter(sequence -> sequence.feeds().isEmpty()
                                || sequence.feeds().stream().noneMatch(column -> isOwn(column.table())))
                        .toList(),
                schema.objects());
    }

    private static boolean isOwn(TableName table) {
        return Ledger.isOwn(table);
    }
}
