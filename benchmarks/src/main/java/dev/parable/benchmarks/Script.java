package dev.parable.benchmarks;

import dev.parable.quality.Criterion;
import dev.parable.quality.Planted;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the stub answers where JSON by a schema is asked for: outlines, a critique, the four judges. It reads nothing. It
 * knows the planted texts by heart, so that judges pass their trial; of other texts it finds fault with a fixed share, by
 * fingerprint, and quotes their first words.
 */
final class Script {

    /** One text of so many has problems that a rewrite is asked for. */
    private static final int FAULTY = 3;

    /** One text of so many is rejected, by each judge. */
    private static final int REJECTED = 40;

    private static final Pattern TEXT = Pattern.compile("<<<\\n(.*?)\\n>>>", Pattern.DOTALL);
    private static final Pattern QUOTE = Pattern.compile("\\p{L}+(?: \\p{L}+){2,6}");
    private static final Pattern CANDIDATES = Pattern.compile("Propose (\\d+) different ways");
    private static final List<String> TELLINGS = List.of(
            "The asking is shown in full, at a counter with other people waiting; the answer is passed over and seen only in what is written up afterwards.",
            "Two moments: the tool laid down, the tool taken up. Between them somebody eats and talks of a cousin's wedding.",
            "All of it over one repair, told by what the hands do; the matter itself comes up three times and is put off twice.",
            "From the door: who comes in, who goes out, what they carry. What is said inside is heard in pieces.",
            "The last hour first, in one long paragraph; then the morning, in short ones.",
            "A list of what is in the room at noon and again at six; the talk is in what has moved.",
            "Somebody late for something else tells it, leaving out what they did not stay for.");

    private final Map<String, Boolean> planted = new HashMap<>();

    Script() {
        Planted.shipped().forEach(p -> planted.put(p.judge() + p.text(), p.violation()));
    }

    /** The answer to a request, as JSON. A request that it does not know gets an object with the number 8. */
    String answer(JsonObject request, long fingerprint) {
        JsonArray messages = request.getJsonArray("messages", new JsonArray());
        String user = messages.isEmpty()
                ? ""
                : messages.getJsonObject(messages.size() - 1).getString("content", "");
        int from = user.lastIndexOf("Answer as JSON");
        String asked = from < 0 ? "" : user.substring(from);
        if (asked.contains("\"outlines\"")) {
            return outlines(user, fingerprint);
        }
        Matcher text = TEXT.matcher(user);
        if (asked.isEmpty() || !text.find()) {
            return new JsonObject().put("legs", 8).encode();
        }
        return of(asked, text.group(1), fingerprint).encode();
    }

    private JsonObject of(String asked, String text, long fingerprint) {
        String quote = quote(text);
        if (asked.contains("\"problems\"")) {
            return critique(Long.remainderUnsigned(fingerprint, FAULTY) == 0, quote);
        } else if (asked.contains("\"acts\"")) {
            return behaviour(rejects(Criterion.BEHAVIOUR, text, fingerprint), quote);
        } else if (asked.contains("\"findings\"")) {
            return subtext(rejects(Criterion.SUBTEXT, text, fingerprint), quote);
        } else if (asked.contains("\"merits\"")) {
            return craft(rejects(Criterion.CRAFT, text, fingerprint), quote);
        }
        boolean rejects = rejects(Criterion.CONTRACT, text, fingerprint);
        return asked.contains("\"dragged_in\"")
                ? new JsonObject()
                        .put("dragged_in", rejects)
                        .put("quote", rejects ? quote : "")
                        .put("why", rejects ? "it is brought up unasked" : "")
                : contract(rejects, quote);
    }

    private boolean rejects(Criterion judge, String text, long fingerprint) {
        Boolean known = planted.get(judge + text);
        return known == null ? Long.remainderUnsigned(fingerprint, REJECTED) == 0 : known;
    }

    private static String outlines(String user, long fingerprint) {
        Matcher candidates = CANDIDATES.matcher(user);
        int count = candidates.find() ? Integer.parseInt(candidates.group(1)) : 1;
        var outlines = new JsonArray();
        for (int i = 0; i < count; i++) {
            int which = (int) Long.remainderUnsigned(fingerprint + i, TELLINGS.size());
            outlines.add(
                    new JsonObject().put("outline", TELLINGS.get(which)).put("probability", i == 0 ? 0.4 : 0.2 / i));
        }
        return new JsonObject().put("outlines", outlines).encode();
    }

    private static JsonObject critique(boolean faulty, String quote) {
        var problems = new JsonArray();
        if (faulty) {
            problems.add(new JsonObject()
                    .put("weight", "should")
                    .put("quote", quote)
                    .put("what", "It opens on what anybody would open on.")
                    .put("remedy", "Begin later."));
        }
        return new JsonObject().put("problems", problems);
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

    /** The first three to seven words of the text that stand together. */
    private static String quote(String text) {
        Matcher words = QUOTE.matcher(text);
        return words.find() ? words.group() : text;
    }
}
