package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RemadeBlocksTest {
    private static Block block(int index, int rows) {
        return new Block(index, 0, null, rows, 0, 0);
    }

    @Test
    void aBlockThatSeveralWaitForIsMadeOnce() {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RemadeBlocks blocks = new RemadeBlocks(10, b -> {
            made.incrementAndGet();
            begun.countDown();
            await(goOn);
            return block(b, 100);
        });

        CompletableFuture<Block> first = CompletableFuture.supplyAsync(() -> blocks.get(3));
        await(begun);
        CompletableFuture<Block> second = CompletableFuture.supplyAsync(() -> blocks.get(3));
        goOn.countDown();

        assertThat(second.join()).isSameAs(first.join());
        assertThat(made).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void blocksOfTheLastPartsStayAndOlderOnesGo() {
        AtomicInteger made = new AtomicInteger();
        RemadeBlocks blocks = new RemadeBlocks(1_000, b -> {
            made.incrementAndGet();
            return block(b, 4_096);
        });
        for (int b = 0; b < 200; b++) {
            blocks.get(b);
        }

        List.of(199, 150, 110).forEach(blocks::get);
        assertThat(made).as("looked at again").hasValue(200);
        blocks.get(0);
        assertThat(made).as("looked at long after").hasValue(201);
    }

    @Test
    void whatGoesWrongIsToldToAllWhoAsk() {
        RemadeBlocks blocks = new RemadeBlocks(2, b -> {
            throw new IllegalStateException("no block");
        });

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> blocks.get(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no block");
        }
    }
}
