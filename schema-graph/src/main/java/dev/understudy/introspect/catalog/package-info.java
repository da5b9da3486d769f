/**
 * What a vendor's catalog reader needs: the seam it fills and a way to run catalog queries.
 *
 * <p>Start with {@link dev.understudy.introspect.catalog.VendorCatalog}.
 */
package dev.understudy.introspect.catalog;
