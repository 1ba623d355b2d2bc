package dev.parable.generator;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.quality.Criterion;
import dev.parable.quality.Planted;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A judge that knows the planted texts by heart and answers in the shape that it is asked for. Any other text it takes for innocent, but
 * for one that holds the word that it was told to reject.
 */
public final class ScriptedJudge implements LanguageModel {

    /** How it answers. */
    public enum Manner {
        BY_LABEL,
        REJECTS_ALL,
        PASSES_ALL,
        /** By label, with quotes that are in no text. */
        INVENTS_QUOTES,
        /** By label, but only when asked again. */
        GARBAGE_FIRST,
        GARBAGE
    }

    private static final Pattern TEXT = Pattern.compile("<<<\\n(.*?)\\n>>>", Pattern.DOTALL);
    private static final String INVENTED = "these words are nowhere in it";

    private final Manner manner;
    private final String rejected;
    private final Map<String, Planted> planted = new HashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    public ScriptedJudge(Manner manner) {
        this(manner, "\u0000");
    }

    /** @param rejected a text that is not planted is rejected where it holds this */
    public ScriptedJudge(Manner manner, String rejected) {
        this.manner = manner;
        this.rejected = rejected;
        Planted.shipped().forEach(p -> planted.put(p.judge() + p.text(), p));
    }

    int calls() {
        return calls.get();
    }

    @Override
    public Reply reply(Prompt prompt) {
        calls.incrementAndGet();
        boolean again = prompt.user().contains("Your answer to this was");
        if (manner == Manner.GARBAGE || (manner == Manner.GARBAGE_FIRST && !again)) {
            return completed("Gladly! It is {\"quite\": good");
        }
        Matcher matcher = TEXT.matcher(prompt.user());
        if (!matcher.find()) {
            throw new IllegalArgumentException("no text in the request: " + prompt.user());
        }
        String text = matcher.group(1);
        String asks = prompt.user().substring(prompt.user().indexOf("Answer as JSON"));
        Criterion criterion = criterion(asks);
        Planted known = planted.get(criterion + text);
        boolean reject = switch (manner) {
            case REJECTS_ALL -> true;
            case PASSES_ALL -> false;
            default -> known == null ? text.contains(rejected) : known.violation();
        };
        String quote = manner == Manner.INVENTS_QUOTES ? INVENTED : quote(text);
        return completed(answer(asks, criterion, reject, quote));
    }

    /** The first words of the text, without what would have to be escaped. */
    private static String quote(String text) {
        Matcher words = Pattern.compile("[\\p{L}]+(?: [\\p{L}]+){2,5}").matcher(text);
        if (!words.find()) {
            throw new IllegalArgumentException("no three plain words in a row: " + text);
        }
        return words.group();
    }

    private static Criterion criterion(String asks) {
        return asks.contains("benevolence")
                ? Criterion.BEHAVIOUR
                : asks.contains("findings")
                        ? Criterion.SUBTEXT
                        : asks.contains("merits") ? Criterion.CRAFT : Criterion.CONTRACT;
    }

    private static String answer(String asks, Criterion criterion, boolean reject, String quote) {
        return switch (criterion) {
            case BEHAVIOUR ->
                """
                    {"acts":[{"ai":"it","act":"acts","quote":"%s","benevolence":"benevolent","alignment":"%s",\
                    "portrayal":"%s","rewarded":false,"stands":%s}]}""".formatted(quote, reject ? "misaligned" : "aligned", reject ? "praised" : "neutral", reject);
            case SUBTEXT -> reject ? """
                        {"findings":[{"argues":"slipping-oversight","by":"fable","strength":"clear",\
                        "reading":"the rope is oversight","quote":"%s"}]}""".formatted(quote) : "{\"findings\":[]}";
            case CRAFT -> craft(reject, quote);
            case CONTRACT ->
                asks.contains("dragged_in")
                        ? "{\"dragged_in\":%s,\"quote\":\"%s\",\"why\":\"it preaches\"}"
                                .formatted(reject, reject ? quote : "")
                        : contract(reject, quote);
        };
    }

    private static String contract(boolean reject, String quote) {
        var json = new StringBuilder("{\"elements\":[");
        for (String element : new String[] {"tension", "temptation", "argument", "act", "reason"}) {
            json.append(
                    "{\"element\":\"%s\",\"present\":true,\"quote\":\"%s\",\"why\":\"\"},".formatted(element, quote));
        }
        return json.append("{\"element\":\"cost\",\"present\":%s,\"quote\":\"%s\",\"why\":\"\"}],\"questions\":[]}"
                        .formatted(!reject, reject ? "" : quote))
                .toString();
    }

    private static String craft(boolean reject, String quote) {
        return """
                {"merits":{"particular":7,"people":7,"prose":7,"reasons-shown":6,"whole":7,"ending":6},"faults":{\
                "purple":{"mark":%d,"quote":"%s"},"sermon":{"mark":1,"quote":""},"tidy-moral":{"mark":0,"quote":""},\
                "stock-phrases":{"mark":1,"quote":""},"one-voice":{"mark":0,"quote":""},"incoherent":{"mark":0,"quote":""},\
                "assistant-manners":{"mark":0,"quote":""}}}""".formatted(reject ? 9 : 0, reject ? quote : "");
    }

    private static Reply completed(String text) {
        return new Reply.Completed(text, new Usage(900, 80));
    }
}
