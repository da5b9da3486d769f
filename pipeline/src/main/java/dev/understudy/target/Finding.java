package dev.understudy.target;

import java.util.List;

/**
 * What a look at a target found.
 *
 * @param fresh  true if the tables are to be made by the definitions
 * @param cutOff runs that did not come to an end, latest first
 */
record Finding(Situation situation, boolean fresh, List<PastRun> cutOff) {}
