package dev.understudy.model;

import dev.understudy.encode.Codec;
import dev.understudy.encode.Groups;

/**
 * One step of a table's cascade: a column, or something drawn like one (a count of children, a level, a bucket).
 *
 * @param name     name of the column; for counts and buckets a name in angle brackets
 * @param codec    its codes
 * @param groups   its codes as other columns see them
 * @param forest   its distribution given the columns before it
 * @param relative its distribution relative to a partner, where that is better; else {@link Relative#NONE}
 */
public record CascadeColumn(String name, Codec codec, Groups groups, Forest forest, Relative relative) {}
