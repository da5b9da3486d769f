package dev.understudy.sql.statement;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Queries for how far the values of a link are keys of its parent. No value leaves the server. */
public final class Inclusions {
    private final Vendor vendor;

    public Inclusions(Vendor vendor) {
        this.vendor = vendor;
    }

    /**
     * Returns two numbers: different values that were looked up, and those that are keys. Looks at the first rows that have a
     * value, so that the cost is bounded whatever the table's size.
     *
     * @param rows   most rows of the child
     * @param values most different values
     */
    public String of(ForeignKey link, long rows, long values) {
        List<String> selected = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> joins = new ArrayList<>();
        for (int i = 0; i < link.columns().size(); i++) {
            String child = Identifiers.quote(vendor, link.columns().get(i).child());
            String parent = Identifiers.quote(vendor, link.columns().get(i).parent());
            selected.add(child + " AS v" + i);
            names.add("v" + i);
            joins.add("p." + parent + " = d.v" + i);
        }
        String some = "SELECT %s FROM %s c WHERE %s LIMIT %d"
                .formatted(
                        String.join(", ", selected),
                        Identifiers.quote(vendor, link.child()),
                        new Violations(vendor).follows(link),
                        rows);
        String different = "SELECT DISTINCT %s FROM (%s) s LIMIT %d".formatted(String.join(", ", names), some, values);
        return "SELECT count(*), count(p.%s) FROM (%s) d LEFT JOIN %s p ON %s"
                .formatted(
                        Identifiers.quote(vendor, link.columns().get(0).parent()),
                        different,
                        Identifiers.quote(vendor, link.parent()),
                        joins.stream().collect(Collectors.joining(" AND ")));
    }
}
