/**
 * From rows to a model: reads whole families, codes their values and learns, column by column, what depends on what.
 *
 * <p>Nothing of a row outlives {@link dev.understudy.learn.DatabaseLearner#learn}.
 */
package dev.understudy.learn;
