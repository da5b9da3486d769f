/**
 * What the synthetic data are good for: do classifiers trained on them do as well on real rows as those trained on real ones,
 * do aggregate queries give the same answers, and are groups as large as they were. Knows no model.
 */
package dev.understudy.utility;
