/**
 * What changed in a source since a model was learned from it: its schema, class by class, and how its rows are spread. Start with
 * {@link dev.understudy.drift.Drift}.
 */
package dev.understudy.drift;
