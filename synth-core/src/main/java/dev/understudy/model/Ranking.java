package dev.understudy.model;

/**
 * A number that within each family is one of a run without gaps or repetitions, in some order: the places of a race.
 *
 * @param column place in the cascade
 * @param first  where each run begins, mostly 1
 */
public record Ranking(int column, long first) {}
