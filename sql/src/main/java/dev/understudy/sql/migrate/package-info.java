/**
 * Versioned migrations on a target, by Flyway: Understudy's own ledger tables, and the user's migrations where they and
 * not Understudy make the schema. The one package that imports Flyway.
 */
package dev.understudy.sql.migrate;
