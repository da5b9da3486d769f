/**
 * Doors to databases: who may come in, a pool of connections per database, and what a driver's errors mean for a user.
 *
 * <p>Nothing here reads or writes rows; see {@code read} and {@code load}. Start with
 * {@link dev.understudy.connect.Database}.
 */
package dev.understudy.connect;
