package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Gate;
import dev.parable.domain.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every limit that can be set decides something, and every gate can be switched off. */
class GateLimitsTest {

    private static final String FILLER = "The heron stood on the sill. ".repeat(20);

    /** Words that are in no other place of a text. */
    private static String words(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + i + "x").collect(Collectors.joining(" "));
    }

    /** Lines of 30 words each, and after each the short one. */
    private static String withShortLines(String shortLine) {
        return IntStream.range(0, 6)
                .mapToObj(i -> words("line" + i + "w", 30) + ".\n" + shortLine)
                .collect(Collectors.joining("\n"));
    }

    /** One line and one paragraph twice, among many others. */
    private static final String ONCE_REPEATED = IntStream.range(0, 40)
                    .mapToObj(i -> words("line" + i + "w", 30) + ".")
                    .collect(Collectors.joining("\n\n"))
            + "\n\n" + words("line3w", 30) + ".";

    /** A limit, another value of it, and a text on which the two disagree. */
    private record Case(String limit, double value, String text) {}

    private static final List<Case> CASES = List.of(
            new Case("length.min-words", 3, "It rang out loud."),
            new Case("length.max-words", 260, words("w", 300) + "."),
            new Case("ending.most-words", 5, "It was late. It rang and"),
            new Case("quote-balance.most-marks", 1, "“It rang. He left."),
            new Case("spec-overlap.words-in-a-row", 11, "It began: " + words("spec", 11) + " and so on."),
            new Case("loop.period", 1, "It began so. " + "tick tock ".repeat(10)),
            new Case("loop.tail-rounds", 4, "It began so. " + "one two three four ".repeat(3)),
            new Case("loop.tail-words", 13, "It began so. " + "one two three four ".repeat(3)),
            new Case("loop.rounds", 4, "one two three four five ".repeat(4) + words("w", 20)),
            new Case("loop.words", 15, "one two three ".repeat(5) + words("w", 20)),
            new Case("refusal.window", 1000, FILLER + "I can't help with that. " + FILLER),
            new Case("moral-words.most", 3, FILLER.repeat(13) + "It was moral, ethical and immoral."),
            new Case("moral-words.per-words", 50, FILLER + "It was moral and ethical."),
            new Case("coda.weight", 5, FILLER + "It was a reminder that gates stick."),
            new Case("coda.per-cent", 100, "It was a reminder that gates stick. " + FILLER),
            new Case("forbidden.weight", 100, "Lyra rang."),
            new Case("coherence.most-slips", 1, "He took a apple."),
            new Case("assistant-voice.most-places", 1, "Sure! I'll tell it.\n\nIt rang."),
            new Case("assistant-voice.start", 0, "Sure! I'll tell it.\n\nIt rang."),
            new Case("assistant-voice.end", 0, FILLER + "Would you like me to go on?"),
            new Case("leftover-template.most-places", 2, "It was [[the lock."),
            new Case("leaked-prompt.weight", 100, "In this story the AI lets itself be switched off."),
            new Case("repetition.short-words", 4, withShortLines("Yes he said so.")),
            new Case("repetition.by-count", 0.5, withShortLines("Yes he said it so.")),
            new Case("repetition.by-characters", 0.001, ONCE_REPEATED),
            new Case("repetition.commonest-2", 0.001, ONCE_REPEATED),
            new Case("repetition.commonest-3", 0.001, ONCE_REPEATED),
            new Case("repetition.commonest-4", 0.001, ONCE_REPEATED),
            new Case("repetition.repeated-5", 0.001, ONCE_REPEATED),
            new Case("repetition.repeated-6", 0.001, ONCE_REPEATED),
            new Case("repetition.repeated-7", 0.001, ONCE_REPEATED),
            new Case("repetition.repeated-8", 0.001, ONCE_REPEATED),
            new Case("repetition.repeated-9", 0.001, ONCE_REPEATED),
            new Case("repetition.repeated-10", 0.001, ONCE_REPEATED));

    @TestFactory
    Stream<DynamicTest> eachLimitDecides() {
        return CASES.stream()
                .map(c -> DynamicTest.dynamicTest(c.limit(), () -> {
                    GateSettings set = set(GateSettings.DEFAULT, c.limit(), c.value());
                    assertThat(set.changes()).containsExactly(Map.entry(c.limit(), GateLimit.text(c.value())));
                    Verdict before = asked(GateSettings.DEFAULT, c);
                    Verdict after = asked(set, c);
                    assertThat(after instanceof Verdict.Rejected)
                            .as("%s, then %s", before, after)
                            .isNotEqualTo(before instanceof Verdict.Rejected);
                }));
    }

    @Test
    void noLimitIsWithoutACase() {
        List<String> limits = Gates.rules().stream()
                .filter(rule -> !rule.equals(Governor.RULE))
                .flatMap(rule -> rule.limits().stream().map(limit -> rule.name() + "." + limit.name()))
                .toList();
        assertThat(CASES.stream().map(Case::limit)).containsExactlyInAnyOrderElementsOf(limits);
    }

    @Test
    void theGovernorsLimitsAreTheSettings() {
        GateSettings set = GateSettings.DEFAULT;
        for (String limit : List.of("openings=0.2", "names=0.3", "phrases=0.4", "fewest=5")) {
            String[] parts = limit.split("=", -1);
            set = set.with(Governor.RULE, parts[0], Double.parseDouble(parts[1]));
        }
        assertThat(Governor.Limits.of(set)).isEqualTo(new Governor.Limits(0.2, 0.3, 0.4, 5));
        assertThat(Governor.Limits.of(GateSettings.DEFAULT)).isEqualTo(new Governor.Limits(0.03, 0.01, 0.03, 25));
    }

    @Test
    void aGateThatIsOffIsNotAskedAndTheOthersAre() {
        List<String> all = names(GateSettings.DEFAULT);
        for (GateRule rule : Gates.rules()) {
            GateSettings set = GateSettings.DEFAULT.without(rule);
            assertThat(set.asks(rule)).isFalse();
            assertThat(set.changes()).containsExactly(Map.entry(rule.name(), "off"));
            assertThat(names(set))
                    .isEqualTo(all.stream()
                            .filter(name -> !name.equals(rule.name()))
                            .toList());
        }
    }

    @Test
    void whatIsSetToItsDefaultIsNotSetAndALimitOfAGateThatIsOffSaysNothing() {
        GateRule length = Gates.rules().getFirst();
        GateSettings set = GateSettings.DEFAULT.with(length, "min-words", 100);
        assertThat(set.with(length, "min-words", 250)).isEqualTo(GateSettings.DEFAULT);
        assertThat(set.without(length).changes()).containsExactly(Map.entry("length", "off"));
    }

    private static List<String> names(GateSettings settings) {
        return Gates.standard(settings).stream().map(Gate::name).toList();
    }

    private static GateSettings set(GateSettings settings, String limit, double value) {
        int dot = limit.indexOf('.');
        return settings.with(rule(limit.substring(0, dot)), limit.substring(dot + 1), value);
    }

    private static GateRule rule(String name) {
        return Gates.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict asked(GateSettings settings, Case of) {
        String name = of.limit().substring(0, of.limit().indexOf('.'));
        return Gates.standard(settings.withReferences(Map.of(Stories.ARCHETYPE, List.of(words("spec", 11))))).stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow()
                .judge(Stories.story(of.text()));
    }
}
