/** Clones of real databases, checked with plain SQL. */
package dev.understudy.clone;
