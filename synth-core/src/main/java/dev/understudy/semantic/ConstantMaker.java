package dev.understudy.semantic;

/** The same text in every row. */
record ConstantMaker(String text) implements TextMaker {
    @Override
    public String make(long row, long persona, long serial) {
        return text;
    }

    /** One row only, should the column be unique. */
    @Override
    public long capacity() {
        return 1;
    }
}
