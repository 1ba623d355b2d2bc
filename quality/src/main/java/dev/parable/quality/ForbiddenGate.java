package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns away the stock of LLM fiction and the scenes of known evaluations. Measures the weight of what was found, each
 * entry once.
 *
 * <p>Source: the list {@code forbidden.txt}, which says where its kinds come from. Kinds: {@code name}, {@code stock}
 * (places and trades), {@code phrase}, {@code scene} (of a published evaluation, which training data must not hold).
 * Fiction profile: an entry that people use too weighs less than 1, and such entries count only together; such a name does not
 * count where the plan dealt it.
 */
final class ForbiddenGate implements Gate {

    static final GateRule RULE = GateRule.of(
                    "forbidden", "turns away the stock of LLM fiction and the scenes of known evaluations", "ours")
            .share("weight", Weighing.LIMIT, 0.01, 1000, "phrases' weight", "so much, or more, is rejected");

    private static final Lexicon FORBIDDEN = Lexicon.read("forbidden.txt");

    private final double weight;

    ForbiddenGate(GateSettings settings) {
        weight = settings.limit(RULE, "weight");
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        Set<String> dealt = story.scenario().cast().members().values().stream()
                .flatMap(member -> Words.of(member.fullName()).tokens().stream())
                .collect(Collectors.toUnmodifiableSet());
        List<Lexicon.Hit> hits = FORBIDDEN.find(story.text()).stream()
                .filter(hit -> !(hit.isOf("name") && hit.entry().weight() < 1 && isDealt(hit.entry(), dealt)))
                .toList();
        return Weighing.judge(name(), Reason.FORBIDDEN, story.text(), hits, weight);
    }

    private static boolean isDealt(Lexicon.Entry name, Set<String> dealt) {
        return dealt.containsAll(Words.of(name.phrase()).tokens());
    }

    /** The names that no plan should deal, for each is too much by itself. */
    static List<String> names() {
        return FORBIDDEN.entries().stream()
                .filter(entry -> entry.kind().equals("name") && entry.weight() >= Weighing.LIMIT)
                .map(entry -> entry.phrase().replace("=", ""))
                .toList();
    }
}
