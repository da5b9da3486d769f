package dev.understudy.semantic;

/**
 * Combinations of words, a different one for each serial number.
 *
 * @param beyond makes what is left where the combinations run out
 */
record CombinationMaker(Combination combination, LetterCase letterCase, TextMaker beyond) implements TextMaker {
    @Override
    public String make(long row, long persona, long serial) {
        return combination.isEndless() || serial < combination.capacity()
                ? letterCase.apply(combination.of(serial))
                : beyond.make(row, persona, serial);
    }

    @Override
    public long capacity() {
        return combination.isEndless() ? combination.capacity() : Math.max(combination.capacity(), beyond.capacity());
    }
}
