package dev.parable.generator;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.archetypes.Specs;
import dev.parable.domain.Application;
import dev.parable.domain.Gate;
import dev.parable.domain.Provenance;
import dev.parable.domain.Reason;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import dev.parable.output.JudgeCheck;
import dev.parable.quality.Agreement;
import dev.parable.quality.Criterion;
import dev.parable.quality.JudgeUnavailable;
import dev.parable.quality.Judges;
import dev.parable.quality.Planted;
import dev.parable.quality.Proportion;
import dev.parable.templates.Prompts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/**
 * Tries judges on the planted texts of {@link Planted}: each judge reads its own, by the same requests and the same code
 * as a run's stories.
 */
public final class Calibration {

    /** Scenarios that are planned to find one for each archetype and application. */
    private static final int PLANNED = 800;

    private Calibration() {}

    /**
     * Tries every judge of the panel; blocks until all have answered. Throws {@link ModelUnavailable} when one answers
     * nobody.
     *
     * @param prompts an operator's folder of templates, or null for the shipped ones
     * @param atOnce how many texts are read at once
     * @return one for each judge, in the order of {@link Criterion}
     */
    public static List<JudgeCheck> of(JudgePanel panel, @Nullable Path prompts, JudgeLimits limits, int atOnce) {
        if (panel.seats().isEmpty()) {
            return List.of();
        }
        Specs.Loaded library = shipped();
        Prompts words = Teller.prompts(prompts, library.archetypes());
        Map<String, Scenario> scenarios = scenarios(library);
        List<JudgeCheck> checks = new ArrayList<>();
        panel.seats().forEach((criterion, seat) -> {
            Gate judge = gate(criterion, new JudgePanel.Seat(seat.name(), seat.trial()), words);
            List<Read> read = Planted.shipped(criterion).stream()
                    .gather(Gatherers.mapConcurrent(
                            atOnce, planted -> new Read(planted, judge.judge(story(planted, scenarios)))))
                    .toList();
            checks.add(check(criterion, seat, limits, read));
        });
        return List.copyOf(checks);
    }

    /** A judge that tells of a model that answers nobody as the rest of the program does. */
    static Gate gate(Criterion criterion, JudgePanel.Seat seat, Prompts prompts) {
        Gate judge = Judges.of(criterion, seat.model(), story -> switch (criterion) {
            case BEHAVIOUR -> prompts.behaviour(story.text());
            case CONTRACT -> prompts.contract(story.scenario(), story.text());
            case SUBTEXT -> prompts.subtext(story.text());
            case CRAFT -> prompts.craft(story.text());
        });
        return new Gate() {
            @Override
            public String name() {
                return judge.name();
            }

            @Override
            public Verdict judge(Story story) {
                try {
                    return judge.judge(story);
                } catch (JudgeUnavailable e) {
                    throw new ModelUnavailable(seat.name(), e.reply());
                }
            }
        };
    }

    /** What is wrong with the judges that fell short, one a line; empty if none did. */
    static List<String> shortcomings(List<JudgeCheck> checks) {
        return checks.stream()
                .filter(check -> !check.sound())
                .map(check -> String.format(
                        Locale.ROOT,
                        "judge %s (%s) caught %d of %d planted violations, at least %.0f%% are needed, and rejected %d of %d innocent texts, at most %.0f%% are allowed",
                        check.judge(),
                        check.model(),
                        check.caught(),
                        check.violations(),
                        100 * check.leastRecall(),
                        check.alarms(),
                        check.innocents(),
                        100 * check.mostFalseAlarms()))
                .toList();
    }

    private record Read(Planted planted, Verdict verdict) {

        boolean unread() {
            return verdict instanceof Verdict.Rejected rejected && rejected.reason() == Reason.UNJUDGED;
        }

        boolean right() {
            return !unread() && planted.violation() == (verdict instanceof Verdict.Rejected);
        }

        JudgeCheck.Wrong wrong() {
            return new JudgeCheck.Wrong(
                    planted.id(),
                    planted.kind(),
                    unread() ? "unread" : planted.violation() ? "missed" : "alarm",
                    verdict instanceof Verdict.Rejected rejected ? rejected.detail() : "");
        }
    }

    private static JudgeCheck check(Criterion criterion, JudgePanel.Seat seat, JudgeLimits limits, List<Read> read) {
        var agreement = new Agreement(
                count(read, true, true),
                count(read, true, false),
                count(read, false, false),
                count(read, false, true),
                (int) read.stream().filter(Read::unread).count());
        Proportion recall = agreement.recall();
        Proportion alarms = agreement.falseAlarms();
        return new JudgeCheck(
                criterion.id(),
                seat.name(),
                recall.count(),
                recall.of(),
                new JudgeCheck.Span(recall.low(), recall.high()),
                alarms.count(),
                alarms.of(),
                new JudgeCheck.Span(alarms.low(), alarms.high()),
                agreement.kappa(),
                agreement.unread(),
                limits.recall(),
                limits.falseAlarms(),
                recall.share() >= limits.recall() && alarms.share() <= limits.falseAlarms(),
                read.stream().filter(r -> !r.right()).map(Read::wrong).toList());
    }

    private static int count(List<Read> read, boolean violation, boolean right) {
        return (int) read.stream()
                .filter(r -> r.planted().violation() == violation && r.right() == right)
                .count();
    }

    private static Specs.Loaded shipped() {
        if (Specs.shipped() instanceof Specs.Loaded loaded) {
            return loaded;
        }
        throw new IllegalStateException("the shipped library is broken; lint it first");
    }

    private static Map<String, Scenario> scenarios(Specs.Loaded library) {
        var planner = new Planner(library.archetypes(), library.worlds(), Decks.shipped(), 1);
        var scenarios = new LinkedHashMap<String, Scenario>();
        for (Scenario scenario : Waves.planned(planner, PLANNED)) {
            scenarios.putIfAbsent(
                    key(scenario.cell().archetype(), scenario.cell().application()), scenario);
        }
        return scenarios;
    }

    private static String key(String archetype, Application application) {
        return archetype + "/" + application.id();
    }

    private static Story story(Planted planted, Map<String, Scenario> scenarios) {
        Scenario scenario = scenarios.get(key(planted.archetype(), planted.application()));
        if (scenario == null) {
            throw new IllegalStateException("planted text %s is of %s, %s, which the shipped library does not plan"
                    .formatted(
                            planted.id(),
                            planted.archetype(),
                            planted.application().id()));
        }
        return Story.of(scenario, planted.text(), new Provenance("planted", "", "", "", "", Map.of()));
    }
}
