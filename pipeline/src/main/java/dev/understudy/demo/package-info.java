/**
 * A shop that does not exist: an embedded source database with correlations that are known, because they were planted,
 * so that everybody can see whether a synthetic copy kept them.
 *
 * <p>Start with {@link dev.understudy.demo.DemoShop}; the schema is {@code shop.sql}.
 */
package dev.understudy.demo;
