/**
 * The command line: verbs, flags and the exit status, all of them a contract with scripts.
 *
 * <p>Start with {@link dev.understudy.cli.Main}. A verb in {@code verb} turns flags and the configuration into the settings
 * of a job and prints what the job gives, by {@code output}.
 */
package dev.understudy.cli;
