/**
 * From a model to rows: the skeleton first (how many rows, who belongs to whom), then blocks of whole families, each a
 * pure function of model, seed, settings and skeleton, so that threads and order do not show in the result.
 *
 * <p>Knows nothing of how a model was learned. Start with {@link dev.understudy.generate.DatabaseGenerator}.
 */
package dev.understudy.generate;
