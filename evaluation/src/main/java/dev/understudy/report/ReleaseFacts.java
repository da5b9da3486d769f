package dev.understudy.report;

import java.util.List;

/**
 * What is known of a release besides its report. Empty texts and lists where nobody knows.
 *
 * @param version       of Understudy
 * @param run           its name
 * @param modelDigest   digest of the model that the rows were drawn from
 * @param source        logical name of the source
 * @param snapshot      when the source was read, in UTC
 * @param unit          tables whose families are protected
 * @param method        how the rows were made
 * @param kept          tables of which rows or labels were kept
 * @param protections   what was done, one clause each
 * @param rounds        one line a round of the validation loop
 */
public record ReleaseFacts(
        String version,
        String run,
        String modelDigest,
        String source,
        String snapshot,
        List<String> unit,
        String method,
        List<String> kept,
        List<String> protections,
        List<String> rounds) {
    public ReleaseFacts {
        unit = List.copyOf(unit);
        kept = List.copyOf(kept);
        protections = List.copyOf(protections);
        rounds = List.copyOf(rounds);
    }
}
