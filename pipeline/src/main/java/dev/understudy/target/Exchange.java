package dev.understudy.target;

import dev.understudy.connect.Database;
import dev.understudy.schema.TableName;
import dev.understudy.swap.Swap;
import dev.understudy.vendor.Vendors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Whether rows come in beside the tables that serve, which are exchanged at the end.
 *
 * @param swap     how; empty if rows come in where they stay
 * @param obstacle why rows are replaced in place, though the operator did not ask for it; empty if they are not
 */
record Exchange(Optional<Swap> swap, Optional<String> obstacle) {
    static final Exchange NONE = new Exchange(Optional.empty(), Optional.empty());

    /** Rows that are replaced come in beside the old ones, if the target takes that. */
    static Exchange choose(Connection connection, Database target, Standing standing, List<TableName> tables)
            throws SQLException {
        Optional<Swap> possible = Vendors.swap(target);
        if (possible.isEmpty()) {
            return NONE;
        }
        Optional<String> obstacle = hasLeftOver(connection, target, standing)
                ? Optional.of("an earlier run left links or triggers out of the way")
                : possible.get().obstacle(connection, tables);
        return obstacle.isPresent() ? new Exchange(Optional.empty(), obstacle) : new Exchange(possible, obstacle);
    }

    private static boolean hasLeftOver(Connection connection, Database target, Standing standing) throws SQLException {
        Optional<Ledger> ledger = Ledger.find(target.vendor(), standing);
        return ledger.isPresent() && !ledger.get().pauses().leftOver(connection).isEmpty();
    }
}
