package dev.understudy.report;

/**
 * Something to be known.
 *
 * @param id     stable, for scripts
 * @param object table or column, or empty
 */
public record Notice(String id, String object, String text) {}
