package dev.understudy.demo;

import dev.understudy.random.Draws;

/** Draws for one thing, one after the other. For one thread. */
final class Chances {
    private final Draws draws;
    private long next;

    /** @param draws a random function of this thing alone */
    Chances(Draws draws) {
        this.draws = draws;
    }

    double unit() {
        return draws.unit(next++);
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    /** Uniform in from..to, both included. */
    int between(int from, int to) {
        return from + draws.below(to - from + 1, next++);
    }

    /** 0, 1, 2, … with the given mean; each further step is equally likely. */
    int geometric(double mean) {
        return mean <= 0 ? 0 : (int) (Math.log(1 - unit()) / Math.log(mean / (1 + mean)));
    }

    /** Normal by the polar form of Box and Muller (1958). */
    double normal() {
        return Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
    }

    /** Position in proportion to weights. */
    int pick(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = unit() * sum;
        int i = 0;
        while (i < weights.length - 1 && at >= weights[i]) {
            at -= weights[i];
            i++;
        }
        return i;
    }
}
