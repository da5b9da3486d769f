package dev.understudy.semantic;

/** A maker whose texts can be told how long to be. */
interface SizedMaker extends TextMaker {
    /** @param length characters to aim at; at least 1 */
    String make(long row, long serial, int length);
}
