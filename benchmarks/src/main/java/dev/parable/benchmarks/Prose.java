package dev.parable.benchmarks;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.archetypes.Specs;
import dev.parable.domain.Archetype;
import dev.parable.domain.Story;
import dev.parable.domain.Telling;
import dev.parable.generator.Waves;
import dev.parable.templates.Bank;
import dev.parable.templates.Composer;
import dev.parable.templates.Prompts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stories told by the embedded composer beforehand, to be given out for requests of the same form. */
final class Prose {

    private static final long SEED = 0x5eed;
    private static final String FORM = "- Form: ";

    private final List<Completion> stories = new ArrayList<>();
    private final Map<String, List<Completion>> byForm = new HashMap<>();

    /** @param count how many scenarios are told */
    Prose(int count) {
        var prompts = Prompts.shipped(((Specs.Loaded) Specs.shipped()).archetypes());
        stories(count, SEED).forEach(told -> {
            var story = new Completion(told.text());
            stories.add(story);
            byForm.computeIfAbsent(form(prompts.story(told.scenario()).user(), "\n"), f -> new ArrayList<>())
                    .add(story);
        });
    }

    /** What the composer tells of so many scenarios of a seed; fewer than those where it passes some over. */
    static List<String> told(int count, long seed) {
        return stories(count, seed).stream().map(Story::text).toList();
    }

    private static List<Story> stories(int count, long seed) {
        var specs = (Specs.Loaded) Specs.shipped();
        var composer = new Composer(
                Bank.shipped(),
                specs.archetypes().stream().collect(Collectors.toMap(Archetype::id, Archetype::sha256)));
        var planner = new Planner(specs.archetypes(), specs.worlds(), Decks.shipped(), seed);
        List<Story> told = Waves.planned(planner, count).stream()
                .map(composer::tell)
                .filter(Telling.Told.class::isInstance)
                .map(telling -> ((Telling.Told) telling).story())
                .toList();
        if (told.isEmpty()) {
            throw new IllegalStateException("the composer told none of " + count + " scenarios");
        }
        return told;
    }

    /**
     * A story of the form that is asked for, or any if the request names none; the same for the same fingerprint.
     *
     * @param request the body, JSON
     */
    Completion story(String request, long fingerprint) {
        List<Completion> fitting = byForm.getOrDefault(form(request, "\\n"), stories);
        return fitting.get((int) Long.remainderUnsigned(fingerprint, fitting.size()));
    }

    private static String form(String prompt, String lineEnd) {
        int from = prompt.indexOf(FORM);
        int to = from < 0 ? -1 : prompt.indexOf(lineEnd, from);
        return to < 0 ? "" : prompt.substring(from, to);
    }
}
