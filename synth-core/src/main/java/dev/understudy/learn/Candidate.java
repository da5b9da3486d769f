package dev.understudy.learn;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;

/**
 * Something that a forest may look at, row by row.
 *
 * @param guided  the groups that were made for the outcome, or {@link Groups#COMMON}
 * @param groups  the group of each row
 * @param count   groups are below this
 * @param ordered whether the order of its groups means something
 * @param single  of groups with an order, whether each is one value: any may then stand apart from its neighbours
 * @param kept    whether it is looked at however little it says by itself: the mean of the very column among the row's siblings
 */
record Candidate(
        Feature feature, Groups guided, byte[] groups, int count, boolean ordered, boolean single, boolean kept) {
    Candidate(Feature feature, Groups guided, byte[] groups, int count, boolean ordered, boolean single) {
        this(feature, guided, groups, count, ordered, single, false);
    }
}
