/**
 * Exchanging tables that serve for others that were filled beside them, so that readers see the old rows or the new ones.
 *
 * <p>One package per vendor below this one; nothing imports those but the list of vendors.
 */
package dev.understudy.swap;
