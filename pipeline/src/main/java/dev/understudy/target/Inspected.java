package dev.understudy.target;

import dev.understudy.connect.Database;
import dev.understudy.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A target as it stood when it was looked at, and so how rows would come in.
 *
 * @param written tables that a run fills, whether they stand or not
 */
record Inspected(Standing standing, List<WrittenTable> written, Finding finding, Exchange exchange) {
    List<TableName> targets() {
        return written.stream().map(WrittenTable::target).toList();
    }

    /** What a run would do. Cost: one count per table that stands. */
    Outlook outlook(Connection connection, Database target) throws SQLException {
        return new Outlook(
                finding.situation(),
                finding.fresh(),
                exchange.swap().isPresent(),
                held(connection, target),
                paused(connection, target));
    }

    private Map<TableName, Long> held(Connection connection, Database target) throws SQLException {
        Map<TableName, Long> held = new LinkedHashMap<>();
        for (WrittenTable table : written) {
            if (standing.has(table.target())) {
                long rows = Contents.count(connection, target.vendor(), table.target());
                if (rows > 0) {
                    held.put(table.source().name(), rows);
                }
            }
        }
        return held;
    }

    private List<String> paused(Connection connection, Database target) throws SQLException {
        List<String> paused = new ArrayList<>();
        if (finding.fresh() || exchange.swap().isPresent()) {
            return paused;
        }
        Set<TableName> there = new LinkedHashSet<>(targets());
        there.removeIf(table -> !standing.has(table));
        LivePauses live = new LivePauses(connection, target.vendor(), there);
        live.triggerPauses().forEach(pause -> paused.add(pause.object()));
        live.linkPauses().forEach(pause -> paused.add(pause.object()));
        if (finding.situation() != Situation.REPLACED) {
            live.indexPauses().forEach(pause -> paused.add(pause.object()));
        }
        return paused;
    }
}
