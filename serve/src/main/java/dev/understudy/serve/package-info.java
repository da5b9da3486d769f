/** A small server that runs jobs by the clock, and shows them: what {@code understudy serve} starts. */
package dev.understudy.serve;
