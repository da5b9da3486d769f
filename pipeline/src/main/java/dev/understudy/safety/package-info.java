/** Tests that keep a run from writing where it must not: above all into its own source. */
package dev.understudy.safety;
