package dev.understudy.meanings;

import dev.understudy.custom.CustomGenerator;

/** An example of a generator of one's own: ticket numbers with a letter for the desk and a check digit. */
public final class TicketGenerator implements CustomGenerator {
    private static final String DESKS = "ABCDEF";

    @Override
    public String name() {
        return "ticket";
    }

    @Override
    public String make(MadeRow row) {
        char desk = DESKS.charAt((int) (row.unit(0) * DESKS.length()));
        long number = 100_000 + row.serial();
        return "%c-%d-%d".formatted(desk, number, number % 9);
    }
}
