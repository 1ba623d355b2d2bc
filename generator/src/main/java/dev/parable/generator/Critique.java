package dev.parable.generator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parable.templates.Problem;
import java.util.ArrayList;
import java.util.List;

/** What a critic found; empty where nothing is wrong. */
record Critique(List<Problem> problems) {

    Critique {
        problems = List.copyOf(problems);
    }

    /** Throws {@link IllegalArgumentException} if this is not {@code {"problems": [{"weight", "what", …}…]}}. */
    static Critique read(JsonNode json) {
        if (!json.path("problems").isArray()) {
            throw new IllegalArgumentException("there is no list 'problems'");
        }
        List<Problem> problems = new ArrayList<>();
        for (JsonNode one : json.path("problems")) {
            String weight = one.path("weight").asText();
            String what = one.path("what").asText().strip();
            if (what.isEmpty() || !(weight.equals("must") || weight.equals("should"))) {
                throw new IllegalArgumentException(
                        "problems[%d] needs 'what' and a 'weight' that is must or should".formatted(problems.size()));
            }
            problems.add(new Problem(
                    weight.equals("must"),
                    one.path("quote").asText().strip(),
                    what,
                    one.path("remedy").asText().strip()));
        }
        return new Critique(problems);
    }

    /** Whether the text cannot stand as it is. */
    boolean fatal() {
        return problems.stream().anyMatch(Problem::must);
    }
}
