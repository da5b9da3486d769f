/**
 * Real database servers for tests, started once per run of the tests and stopped at its end, and the public data sets
 * that are loaded into them.
 *
 * <p>A server that the environment names is preferred, so that a CI job can bring its own. Start with
 * {@link dev.understudy.servers.DatabaseServer}.
 */
package dev.understudy.servers;
