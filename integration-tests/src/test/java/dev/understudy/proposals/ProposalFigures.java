package dev.understudy.proposals;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.propose.LinkProposal;
import dev.understudy.propose.LinkProposals;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.vendor.Vendors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many declared links are proposed when they are not declared any more, and how many proposals are right.
 *
 * @param declared single-column links whose two tables have rows, and whose column has a value
 * @param found    those that were proposed
 * @param wrong    proposals that no link declares
 */
record ProposalFigures(
        String set, TreeSet<String> declared, TreeSet<String> found, TreeSet<String> wrong, double seconds) {

    /** Reads the schema, forgets its links, and looks for them. */
    static ProposalFigures of(String set, String url) {
        try (Database database = Database.open(Access.of(url, "", "").asSource())) {
            Schema schema = database.with(
                    "Reading " + set, connection -> Introspection.read(connection, SchemaSelection.DEFAULT));
            Schema bare = new Schema(
                    schema.vendor(),
                    schema.vendorVersion(),
                    schema.defaultSchema(),
                    schema.tables(),
                    List.of(),
                    schema.sequences(),
                    schema.objects());
            try (SnapshotSource rows = Vendors.snapshot(database, bare.rowTables(), SnapshotSettings.DEFAULT)) {
                Map<TableName, Long> counts = new TreeMap<>();
                bare.rowTables().forEach(table -> counts.put(table.name(), rows.count(table.name())));
                long start = System.nanoTime();
                List<LinkProposal> proposals =
                        new LinkProposals(bare, table -> counts.getOrDefault(table, 0L) > 0, rows).find();
                double seconds = (System.nanoTime() - start) / 1e9;
                return judge(set, schema, proposals, rows, counts, seconds);
            }
        }
    }

    private static ProposalFigures judge(
            String set,
            Schema schema,
            List<LinkProposal> proposals,
            SnapshotSource rows,
            Map<TableName, Long> counts,
            double seconds) {
        TreeSet<String> declared = new TreeSet<>();
        TreeSet<String> all = new TreeSet<>();
        for (ForeignKey link : schema.foreignKeys()) {
            if (link.columns().size() == 1) {
                all.add(text(link));
                boolean tables =
                        counts.getOrDefault(link.child(), 0L) > 0 && counts.getOrDefault(link.parent(), 0L) > 0;
                if (tables && rows.inclusion(link, 1_000_000, 1).values() > 0) {
                    declared.add(text(link));
                }
            }
        }
        TreeSet<String> found = new TreeSet<>();
        TreeSet<String> wrong = new TreeSet<>();
        for (LinkProposal proposal : proposals) {
            (all.contains(text(proposal.link())) ? found : wrong).add(text(proposal.link()));
        }
        return new ProposalFigures(set, declared, found, wrong, seconds);
    }

    private static String text(ForeignKey link) {
        return "%s.%s -> %s.%s"
                .formatted(
                        link.child().name(),
                        link.childColumns().get(0),
                        link.parent().name(),
                        link.parentColumns().get(0));
    }

    double precision() {
        return share(found.size(), found.size() + wrong.size());
    }

    double recall() {
        return share(found.size(), declared.size());
    }

    /** Declared links that nobody proposed. */
    List<String> missed() {
        List<String> missed = new ArrayList<>(declared);
        missed.removeAll(found);
        return missed;
    }

    static ProposalFigures pooled(List<ProposalFigures> all) {
        ProposalFigures pool = new ProposalFigures("pooled", new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), 0);
        for (ProposalFigures one : all) {
            one.declared.forEach(link -> pool.declared.add(one.set + " " + link));
            one.found.forEach(link -> pool.found.add(one.set + " " + link));
            one.wrong.forEach(link -> pool.wrong.add(one.set + " " + link));
        }
        return pool;
    }

    /** One line. */
    String line() {
        return "%-22s %4d declared %4d proposed %4d right  precision %.3f  recall %.3f  %5.1f s"
                .formatted(
                        set,
                        declared.size(),
                        found.size() + wrong.size(),
                        found.size(),
                        precision(),
                        recall(),
                        seconds);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
