package dev.understudy.target;

import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Map;

/**
 * What a run would do to a target that was looked at.
 *
 * @param situation what was found
 * @param made      true if the run makes the tables
 * @param beside    true if new rows come in beside the old ones, and tables are exchanged at the end
 * @param held      rows that stand there now, by table; the run takes them away
 * @param paused    links, triggers and indexes that are out of the way while rows come in, and come back
 */
public record Outlook(
        Situation situation, boolean made, boolean beside, Map<TableName, Long> held, List<String> paused) {
    public Outlook {
        held = Map.copyOf(held);
        paused = List.copyOf(paused);
    }
}
