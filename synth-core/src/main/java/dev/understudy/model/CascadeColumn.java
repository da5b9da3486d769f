package dev.understudy.model;

import dev.understudy.encode.Codec;
import dev.understudy.encode.Groups;
import dev.understudy.encode.Peaks;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One step of a table's cascade: a column, or something drawn like one (a count of children, a level, a bucket).
 *
 * @param name      name of the column; for counts and buckets a name in angle brackets
 * @param codec     its codes
 * @param groups    its codes as other columns see them
 * @param forest    its distribution given the columns before it, for rows without a partner
 * @param relatives its distributions relative to partners; a row takes the first whose partner has a value
 * @param echoes    its distributions where it often repeats another value, at most one; for rows without a partner
 * @param bounds    orders that its numbers keep
 * @param residues  parts of its dates that are drawn before
 * @param peaks     values that stand out inside its cells, at most one
 * @param rests     how it is worked out child by child, at most one; it is then not drawn
 * @param spacing   how far above that of the sibling before a number lies at least, all but always; 0 for no such distance
 */
public record CascadeColumn(
        String name,
        Codec codec,
        Groups groups,
        Forest forest,
        List<Relative> relatives,
        List<Echo> echoes,
        List<Bound> bounds,
        List<Residue> residues,
        List<Peaks> peaks,
        List<Rest> rests,
        long spacing) {
    public CascadeColumn {
        relatives = List.copyOf(relatives);
        echoes = List.copyOf(echoes);
        bounds = List.copyOf(bounds);
        residues = List.copyOf(residues);
        peaks = List.copyOf(peaks);
        rests = List.copyOf(rests);
    }

    /** All that it is drawn from, in the order of {@link #mapForests}. */
    public Stream<Forest> forests() {
        return Stream.concat(
                Stream.concat(Stream.of(forest), relatives.stream().map(Relative::forest)),
                echoes.stream().map(Echo::forest));
    }

    /** The same column with other forests. */
    public CascadeColumn mapForests(UnaryOperator<Forest> other) {
        return new CascadeColumn(
                name,
                codec,
                groups,
                other.apply(forest),
                relatives.stream()
                        .map(r -> new Relative(r.base(), r.difference(), r.spikes(), other.apply(r.forest())))
                        .toList(),
                echoes.stream()
                        .map(e -> new Echo(e.base(), e.codes(), other.apply(e.forest())))
                        .toList(),
                bounds,
                residues,
                peaks,
                rests,
                spacing);
    }

    /** A column that depends on nothing but what its forest looks at. */
    public CascadeColumn(String name, Codec codec, Groups groups, Forest forest) {
        this(name, codec, groups, forest, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);
    }
}
