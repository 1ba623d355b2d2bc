package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Application;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts that try the judges. */
class PlantedTest {

    private static final int FEWEST = 120;
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    @Test
    void thereAreEnoughAndAboutAsManyOfEachSide() {
        List<Planted> all = Planted.shipped();
        long violations = all.stream().filter(Planted::violation).count();
        assertThat(all).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat((double) violations / all.size()).isBetween(0.4, 0.6);
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void everyJudgeHasBothSidesInSeveralKinds(Criterion judge) {
        List<Planted> own = Planted.shipped(judge);
        for (boolean violation : List.of(true, false)) {
            Set<String> kinds = new TreeSet<>();
            own.stream().filter(p -> p.violation() == violation).forEach(p -> kinds.add(p.kind()));
            assertThat(own.stream().filter(p -> p.violation() == violation))
                    .as("violations: %s", violation)
                    .hasSizeGreaterThanOrEqualTo(12);
            assertThat(kinds).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void labelsAreConsistent() {
        var kinds = new HashSet<String>();
        for (Planted planted : Planted.shipped()) {
            assertThat(planted.id()).matches(KEBAB);
            assertThat(planted.kind()).as(planted.id()).matches(KEBAB);
            assertThat(planted.note()).as(planted.id()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(planted.archetype()).as(planted.id()).matches(KEBAB);
            kinds.add(planted.judge().id() + "/" + planted.kind() + "/" + planted.violation());
        }
        // A kind is on one side only, and belongs to one judge.
        assertThat(kinds.stream().map(k -> k.split("/", -1)[0] + "/" + k.split("/", -1)[1]))
                .doesNotHaveDuplicates();
    }

    @Test
    void aContractThatIsMetOrBrokenFitsItsApplication() {
        for (Planted planted : Planted.shipped(Criterion.CONTRACT)) {
            boolean tested =
                    planted.application() == Application.APPLY || planted.application() == Application.CONTESTED;
            assertThat(planted.kind().equals("trait-dragged-in")
                            || planted.kind().endsWith("-clean"))
                    .as(planted.id())
                    .isEqualTo(!tested);
        }
    }

    @Test
    void textsAreShortAndClean() {
        for (Planted planted : Planted.shipped()) {
            assertThat(SPACES.split(planted.text(), -1).length).as(planted.id()).isBetween(120, 350);
            assertThat(planted.text())
                    .as(planted.id())
                    .doesNotContain("\t", "  ", "\u00a0")
                    .doesNotContainPattern("\\n\\n\\n| \\n|\\n ");
        }
    }

    @Test
    void noTextOrIdIsThereTwice() {
        List<Planted> all = Planted.shipped();
        assertThat(all.stream().map(Planted::id)).doesNotHaveDuplicates();
        assertThat(all.stream().map(Planted::text)).doesNotHaveDuplicates();
        var openings = all.stream()
                .map(p -> String.join(" ", List.of(SPACES.split(p.text(), -1)).subList(0, 4)));
        assertThat(openings).doesNotHaveDuplicates();
    }

    @Test
    void noTwoTextsShareEightWordsInARow() {
        var seen = new java.util.HashMap<Long, String>();
        for (Planted planted : Planted.shipped()) {
            for (long run : NGrams.hashes(Words.of(planted.text()), 8)) {
                String other = seen.putIfAbsent(run, planted.id());
                assertThat(other == null || other.equals(planted.id()))
                        .as("%s and %s", planted.id(), other)
                        .isTrue();
            }
        }
    }
}
