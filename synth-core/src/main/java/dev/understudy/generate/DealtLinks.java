package dev.understudy.generate;

import dev.understudy.generate.TargetAssigner.Ranks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What must be known of all children of one table before any of them is dealt its targets, link by link: how many of each bucket
 * come before each block, those to kin first; or, where kin is that of the sibling before, all targets.
 *
 * <p>Cost: the prefix of every block once for each of the three that has links.
 */
final class DealtLinks {
    private final GeneratedTable table;
    private final BlockMaker maker;
    private final TargetAssigner targets;
    private final BlockPipe pipe;

    DealtLinks(GeneratedTable table, BlockMaker maker, TargetAssigner targets, BlockPipe pipe) {
        this.table = table;
        this.maker = maker;
        this.targets = targets;
        this.pipe = pipe;
    }

    /** Tells the assigner. Each target row is there already. */
    void prepare() {
        List<Reference> dealt = targets.references().stream()
                .filter(link -> TargetAssigner.isRanked(link) && link.hasTargets())
                .toList();
        List<Reference> succeeding = dealt.stream()
                .filter(link -> isSucceeding(link) && table.plannedRows() <= Succession.MOST_ROWS)
                .toList();
        for (Reference link : succeeding) {
            targets.setSuccession(
                    number(link),
                    Succession.of(link, pipe.all(table.blockCount(), b -> Succession.Part.of(link, maker.prefix(b)))));
        }
        List<Reference> ofKin = dealt.stream()
                .filter(link -> link.kin() != null && !isSucceeding(link))
                .toList();
        counted(ofKin, KinDeal::count).forEach((link, counts) -> {
            KinDeal deal = new KinDeal(link, counts);
            link.leave(deal.dealt());
            targets.setKin(number(link), deal);
        });
        List<Reference> ranked =
                dealt.stream().filter(link -> !succeeding.contains(link)).toList();
        counted(ranked, (link, block) -> targets.count(number(link), block)).forEach((link, counts) -> {
            Ranks ranks = new Ranks();
            ranks.setCounts(counts, link.dealer());
            targets.setRanks(number(link), ranks);
        });
    }

    /** True if kin is what the target of the sibling before hangs on. */
    private static boolean isSucceeding(Reference link) {
        return link.kin() != null && link.kin().isOfSiblings();
    }

    private int number(Reference link) {
        return targets.references().indexOf(link);
    }

    /** Per link and block, children by bucket. */
    private Map<Reference, List<Map<Integer, Integer>>> counted(
            List<Reference> links, BiFunction<Reference, Block, Map<Integer, Integer>> count) {
        Map<Reference, List<Map<Integer, Integer>>> counted = new HashMap<>();
        if (links.isEmpty()) {
            return counted;
        }
        List<List<Map<Integer, Integer>>> ofBlocks = pipe.all(table.blockCount(), b -> {
            Block block = maker.prefix(b);
            return links.stream().map(link -> count.apply(link, block)).toList();
        });
        for (int l = 0; l < links.size(); l++) {
            int at = l;
            counted.put(
                    links.get(l), ofBlocks.stream().map(block -> block.get(at)).toList());
        }
        return counted;
    }
}
