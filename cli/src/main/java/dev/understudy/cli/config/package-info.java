/**
 * The YAML configuration: read, variables put in, checked, and turned into the settings of a run.
 *
 * <p>Start with {@link dev.understudy.cli.config.ConfigurationFile}.
 */
package dev.understudy.cli.config;
