package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Outcome;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The gates that look at one story, in the order in which they are asked. Immutable; any thread may ask them. */
public final class Gates {

    /** A gate and how it is made. */
    private record Kind(GateRule rule, Function<GateSettings, Gate> gate) {}

    /** Cheapest first. */
    private static final List<Kind> KINDS = List.of(
            new Kind(LengthGate.RULE, LengthGate::new),
            new Kind(EndingGate.RULE, EndingGate::new),
            new Kind(QuoteBalanceGate.RULE, QuoteBalanceGate::new),
            new Kind(SpecOverlapGate.RULE, SpecOverlapGate::new),
            new Kind(LoopGate.RULE, LoopGate::new),
            new Kind(RefusalGate.RULE, RefusalGate::new),
            new Kind(MoralWordsGate.RULE, MoralWordsGate::new),
            new Kind(CodaGate.RULE, CodaGate::new),
            new Kind(ForbiddenGate.RULE, ForbiddenGate::new),
            new Kind(CoherenceGate.RULE, CoherenceGate::new),
            new Kind(AssistantVoiceGate.RULE, AssistantVoiceGate::new),
            new Kind(LeftoverTemplateGate.RULE, LeftoverTemplateGate::new),
            new Kind(LeakedPromptGate.RULE, LeakedPromptGate::new),
            new Kind(RepetitionGate.RULE, RepetitionGate::new));

    private Gates() {}

    /** Every gate of this module that is asked, cheapest first. Throws {@link IllegalArgumentException} if limits clash. */
    public static List<Gate> standard(GateSettings settings) {
        return KINDS.stream()
                .filter(kind -> settings.asks(kind.rule()))
                .map(kind -> kind.gate().apply(settings))
                .toList();
    }

    /** What can be set about the gates of this module, in the order in which they are asked; the governor is the last. */
    public static List<GateRule> rules() {
        return Stream.concat(KINDS.stream().map(Kind::rule), Stream.of(Governor.RULE))
                .toList();
    }

    /** Asks the gates in turn until one rejects the story; what the earlier ones measured is kept. */
    public static Outcome judge(List<Gate> gates, Story story) {
        var measures = new ArrayList<Measure>();
        for (Gate gate : gates) {
            switch (gate.judge(story)) {
                case Verdict.Passed passed -> measures.addAll(passed.measures());
                case Verdict.Rejected rejected -> {
                    return new Outcome.Rejected(story, measures, rejected);
                }
            }
        }
        return new Outcome.Accepted(story, measures);
    }

    /** Names for which a story is rejected, whoever bears them; a deck of names should hold none of them. */
    public static List<String> forbiddenNames() {
        return ForbiddenGate.names();
    }
}
