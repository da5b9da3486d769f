/**
 * Writing rows into a target by the vendor's fastest path, and what all vendors share for it: values as text and bytes,
 * without an object per cell.
 *
 * <p>One package per vendor below this one; nothing imports those but the list of vendors.
 */
package dev.understudy.load;
