/**
 * Consistent reading of a source: snapshots that implement {@link dev.understudy.data.RowSource}, and what all vendors
 * share for it.
 *
 * <p>One package per vendor below this one; nothing imports those but the list of vendors.
 */
package dev.understudy.read;
