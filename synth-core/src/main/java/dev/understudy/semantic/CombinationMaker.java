package dev.understudy.semantic;

/** Combinations of words, a different one for each serial number. */
record CombinationMaker(Combination combination, LetterCase letterCase) implements TextMaker {
    @Override
    public String make(long row, long persona, long serial) {
        return letterCase.apply(combination.of(serial));
    }

    @Override
    public long capacity() {
        return combination.capacity();
    }
}
