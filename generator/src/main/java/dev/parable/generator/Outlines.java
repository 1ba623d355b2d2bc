package dev.parable.generator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parable.domain.Keyed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Candidate outlines with the probabilities that the model gave them, the likeliest first: verbalized sampling (Zhang et
 * al. 2025, arXiv:2510.01171), of which the tail is what varies.
 */
record Outlines(List<Candidate> candidates) {

    /** An outline and how likely the model called it, 0 to 1. */
    record Candidate(String outline, double probability) {}

    /** Below this the model itself does not hold it for a telling of this plan. */
    private static final double PLAUSIBLE = 0.01;

    Outlines {
        candidates = candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
                .toList();
    }

    /** Throws {@link IllegalArgumentException} if this is not {@code {"outlines": [{"outline", "probability"}…]}}. */
    static Outlines read(JsonNode json) {
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode one : json.path("outlines")) {
            String outline = one.path("outline").asText().strip();
            double probability = one.path("probability").asDouble(-1);
            if (outline.isEmpty() || !(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "outlines[%d] needs an outline and a probability from 0 to 1".formatted(candidates.size()));
            }
            candidates.add(new Candidate(outline, probability));
        }
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("there is no list 'outlines' with anything in it");
        }
        return new Outlines(candidates);
    }

    /** A plausible one that is not among the likelier half, by key; the likeliest where there is no other. */
    Candidate unlikely(long key) {
        List<Candidate> plausible =
                candidates.stream().filter(c -> c.probability() >= PLAUSIBLE).toList();
        List<Candidate> from = plausible.isEmpty() ? candidates : plausible;
        List<Candidate> tail = from.subList(from.size() / 2, from.size());
        return tail.get(Keyed.below(Keyed.key(key, "outline"), tail.size()));
    }
}
