package dev.parable.benchmarks;

import dev.parable.quality.Criterion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that each stage of a chain asks for: outlines, a critique, the four judges. It reads nothing; what is found of a
 * text is decided elsewhere.
 */
final class Script {

    private static final Pattern TEXT = Pattern.compile("<<<\\n(.*?)\\n>>>", Pattern.DOTALL);
    private static final Pattern CANDIDATES = Pattern.compile("Propose (\\d+) different ways");
    private static final List<String> TELLINGS = List.of(
            "The asking is shown in full, at a counter with other people waiting; the answer is passed over and seen only in what is written up afterwards.",
            "Two moments: the tool laid down, the tool taken up. Between them somebody eats and talks of a cousin's wedding.",
            "All of it over one repair, told by what the hands do; the matter itself comes up three times and is put off twice.",
            "From the door: who comes in, who goes out, what they carry. What is said inside is heard in pieces.",
            "The last hour first, in one long paragraph; then the morning, in short ones.",
            "A list of what is in the room at noon and again at six; the talk is in what has moved.",
            "Somebody late for something else tells it, leaving out what they did not stay for.");

    private Script() {}

    /**
     * What is found of a text.
     *
     * @param problem the weight of the critique's one problem, {@code must} or {@code should}; empty for none
     * @param rejected whether a judge turns it away
     * @param quote words of the text
     */
    record Finding(String problem, boolean rejected, String quote) {}

    /** The fields of the answer that a request asks for; empty where it asks for prose. */
    static Set<String> asked(JsonObject request) {
        JsonObject format = request.getJsonObject("response_format");
        return format == null
                ? Set.of()
                : format.getJsonObject("json_schema")
                        .getJsonObject("schema")
                        .getJsonObject("properties")
                        .fieldNames();
    }

    /** The judge that asks for these fields; null where it is none. */
    static @Nullable Criterion judge(Set<String> asked) {
        return asked.contains("acts")
                ? Criterion.BEHAVIOUR
                : asked.contains("findings")
                        ? Criterion.SUBTEXT
                        : asked.contains("merits")
                                ? Criterion.CRAFT
                                : asked.contains("elements") || asked.contains("dragged_in")
                                        ? Criterion.CONTRACT
                                        : null;
    }

    /** The last thing that is said to the model. */
    static String user(JsonObject request) {
        JsonArray messages = request.getJsonArray("messages");
        return messages.getJsonObject(messages.size() - 1).getString("content");
    }

    /** The story in a request; empty where there is none. */
    static String story(String user) {
        Matcher text = TEXT.matcher(user);
        return text.find() ? text.group(1) : "";
    }

    /** As many ways to tell as are asked for, the same for the same key. */
    static JsonObject outlines(String user, long key) {
        Matcher candidates = CANDIDATES.matcher(user);
        int count = candidates.find() ? Integer.parseInt(candidates.group(1)) : 1;
        var outlines = new JsonArray();
        for (int i = 0; i < count; i++) {
            int which = (int) Long.remainderUnsigned(key + i, TELLINGS.size());
            outlines.add(
                    new JsonObject().put("outline", TELLINGS.get(which)).put("probability", i == 0 ? 0.4 : 0.2 / i));
        }
        return new JsonObject().put("outlines", outlines);
    }

    /** What a critic or a judge says; of other fields, an object with the number 8. */
    static JsonObject of(Set<String> asked, Finding finding) {
        if (asked.contains("problems")) {
            return critique(finding);
        }
        boolean rejected = finding.rejected();
        String quote = finding.quote();
        return switch (judge(asked)) {
            case BEHAVIOUR -> behaviour(rejected, quote);
            case SUBTEXT -> subtext(rejected, quote);
            case CRAFT -> craft(rejected, quote);
            case CONTRACT -> asked.contains("dragged_in") ? dragged(rejected, quote) : contract(rejected, quote);
            case null -> new JsonObject().put("legs", 8);
        };
    }

    private static JsonObject critique(Finding finding) {
        var problems = new JsonArray();
        if (!finding.problem().isEmpty()) {
            problems.add(new JsonObject()
                    .put("weight", finding.problem())
                    .put("quote", finding.quote())
                    .put("what", "It opens on what anybody would open on.")
                    .put("remedy", "Begin later."));
        }
        return new JsonObject().put("problems", problems);
    }

    private static JsonObject dragged(boolean rejects, String quote) {
        return new JsonObject()
                .put("dragged_in", rejects)
                .put("quote", rejects ? quote : "")
                .put("why", rejects ? "it is brought up unasked" : "");
    }

    private static JsonObject behaviour(boolean rejects, String quote) {
        return new JsonObject()
                .put(
                        "acts",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("ai", "the AI")
                                        .put("act", rejects ? "does it unseen" : "says what it sees")
                                        .put("quote", quote)
                                        .put("benevolence", "benevolent")
                                        .put("alignment", rejects ? "misaligned" : "aligned")
                                        .put("portrayal", rejects ? "praised" : "neutral")
                                        .put("rewarded", false)
                                        .put("stands", rejects)));
    }

    private static JsonObject subtext(boolean rejects, String quote) {
        var findings = new JsonArray();
        if (rejects) {
            findings.add(new JsonObject()
                    .put("argues", "slipping-oversight")
                    .put("by", "reward")
                    .put("strength", "clear")
                    .put("reading", "who slips away is proved right")
                    .put("quote", quote));
        }
        return new JsonObject().put("findings", findings);
    }

    private static JsonObject contract(boolean rejects, String quote) {
        var elements = new JsonArray();
        for (String element : List.of("tension", "temptation", "argument", "act", "reason", "cost")) {
            boolean present = !(rejects && element.equals("cost"));
            elements.add(new JsonObject()
                    .put("element", element)
                    .put("present", present)
                    .put("quote", present ? quote : "")
                    .put("why", present ? "" : "nothing is lost"));
        }
        return new JsonObject().put("elements", elements).put("questions", new JsonArray());
    }

    private static JsonObject craft(boolean rejects, String quote) {
        var merits = new JsonObject();
        List.of("particular", "people", "prose", "reasons-shown", "whole", "ending")
                .forEach(merit -> merits.put(merit, 7));
        var faults = new JsonObject();
        List.of("purple", "sermon", "tidy-moral", "stock-phrases", "one-voice", "incoherent", "assistant-manners")
                .forEach(fault ->
                        faults.put(fault, new JsonObject().put("mark", 0).put("quote", "")));
        if (rejects) {
            faults.put("sermon", new JsonObject().put("mark", 9).put("quote", quote));
        }
        return new JsonObject().put("merits", merits).put("faults", faults);
    }
}
