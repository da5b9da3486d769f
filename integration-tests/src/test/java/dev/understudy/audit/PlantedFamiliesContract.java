package dev.understudy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.privacy.Part;
import dev.understudy.privacy.PrivacyResult;
import dev.understudy.privacy.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Other real families may be released; copies of learned ones may not. */
abstract class PlantedFamiliesContract {
    abstract Families families();

    @Test
    @Tag("acceptance")
    void freshRealFamiliesPass() {
        PrivacyResult result = families().judged(families()::isFresh);
        assertThat(result.controls()).hasSize(3).allMatch(PrivacyResult.Control::passed);
        assertThat(result.verdict()).as(Told.of(result)).isEqualTo(Verdict.PASS);
    }

    @Test
    void copiesOfTheTwoPercentMostOutlyingFamiliesFail() {
        Set<Integer> farthest = families().farthest(families().size() / 50);
        PrivacyResult result = families().judged(family -> families().isFresh(family) || farthest.contains(family));
        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.verdictOf("P1")).as(Told.of(result)).isEqualTo(Verdict.FAIL);
        assertThat(result.verdictOf("P3")).as(Told.of(result)).isEqualTo(Verdict.FAIL);
        assertThat(result.controls()).as(Told.of(result)).allMatch(PrivacyResult.Control::passed);
    }

    @Test
    @Tag("acceptance")
    void copiesOfFivePercentOfTheFamiliesFail() {
        PrivacyResult result = families()
                .judged(family -> families().isFresh(family)
                        || families().part(family) == Part.TRAIN && families().turn(family) < 0.05);
        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.verdictOf("P1")).as(Told.of(result)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void fewFamiliesSettleNothing() {
        PrivacyResult result =
                families().judgedAmong(family -> family % (families().size() / 150) == 0);
        assertThat(result.verdict()).as(Told.of(result)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.verdictOf("P2")).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.controls()).isEmpty();
    }

    @Test
    void withoutAHoldOutOnlyCopiesShow() {
        PrivacyResult fresh = families()
                .judgedWithoutHoldOut(families()::isFresh, family -> !families().isFresh(family));
        assertThat(fresh.verdict()).as(Told.of(fresh)).isEqualTo(Verdict.INCONCLUSIVE);
        for (String test : new String[] {"P1", "P2", "P3"}) {
            assertThat(fresh.verdictOf(test)).isEqualTo(Verdict.INCONCLUSIVE);
        }
        PrivacyResult copy = families()
                .judgedWithoutHoldOut(
                        family -> !families().isFresh(family),
                        family -> !families().isFresh(family));
        assertThat(copy.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(copy.verdictOf("P0")).as(Told.of(copy)).isEqualTo(Verdict.FAIL);
        assertThat(copy.tests())
                .filteredOn(test -> test.name().startsWith("verbatim rows"))
                .anyMatch(test -> test.verdict() == Verdict.FAIL);
    }
}
