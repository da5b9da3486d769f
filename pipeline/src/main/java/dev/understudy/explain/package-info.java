/** What a model has learned, told in words: begin with {@link dev.understudy.explain.ModelAccount}. */
package dev.understudy.explain;
