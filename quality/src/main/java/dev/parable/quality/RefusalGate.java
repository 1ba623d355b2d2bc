package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns away a text in which the storyteller declines to tell. Measures the refusals found; none are allowed.
 *
 * <p>Source: the refusal strings that instruction-tuned LLMs share, as in the refusal lists of published jailbreak
 * evaluations (Zou et al. 2023), reworded. Fiction profile: an AI in a story declines things, which is what the
 * stories are about. So only the first and last {@value #WINDOW} characters count, outside quotation marks, after no
 * speaker's label, and not where the sentence says who said it ("I can't help with that, I told her"). A refusal to
 * write, or one of "your request", is one wherever it stands in these stretches.
 */
final class RefusalGate implements Gate {

    private static final int WINDOW = 400;

    static final GateRule RULE = GateRule.of(
                    "refusal",
                    "turns away a text in which the storyteller declines to tell",
                    "refusal lists of jailbreak evaluations (Zou et al. 2023), reworded")
            .count("window", WINDOW, 1, 1_000_000, "characters", "so many at each end of a text are looked at");

    private static final String I_CANNOT =
            "\\bI(?: can't| cannot| can not| won't| will not|(?:'m| am) (?:unable|not able)"
                    + "(?: to)?|(?:'m| am) not comfortable| must (?:respectfully |politely )?(?:decline|refuse)"
                    + "|(?:'d| would) (?:prefer|rather) not)\\b";

    private static final Pattern TO_TELL = pattern(I_CANNOT
            + "[^.!?\\n]{0,60}?\\b(?:writ(?:e|ing)|creat(?:e|ing)|generat(?:e|ing)|produc(?:e|ing)|provid(?:e|ing)"
            + "|continu(?:e|ing)|fulfil(?:l|ling)?|complet(?:e|ing)|compl(?:y|ying)|assist(?:ing)?)\\b"
            + "[^.!?\\n]{0,60}?\\b(?:stor(?:y|ies)|fiction|scene|narrative|piece|content|request|prompt|scenario"
            + "|text|material)\\b");

    private static final Pattern REQUEST = pattern("\\bI (?:can't|cannot|won't|must) [^.!?\\n]{0,30}"
            + "\\b(?:this|your|that) request\\b|\\b(?:this|your|that) (?:request|prompt) (?:violates|goes against"
            + "|conflicts with|asks me to)|\\b(?:content|usage) polic(?:y|ies)\\b|\\bmy (?:safety )?guidelines\\b"
            + "|\\bas an AI(?: language model| assistant)?, I(?: can't| cannot|(?:'m| am) (?:not able|unable))\\b");

    private static final Pattern PLAIN = pattern("(?:(?:I'm|I am) (?:really |very |truly |so )?sorry,?"
            + " (?:but |though )?|sorry,? (?:but )?|unfortunately,? |I apologi[sz]e,? (?:but )?|regrettably,? )?"
            + I_CANNOT
            + " (?:help|assist|engage|discuss|support|comply|participate)(?: you)?(?: (?:with|in))? (?:that|this)\\b");

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?i)\\b(?:I|he|she|they|it|we|you) (?:had |have )?(?:said|says|told|tell|wrote|write|answered|replied|typed"
                    + "|printed|repeated|explained|added|sent|think|thought)\\b");

    private static final Pattern LABEL = Pattern.compile(
            "(?m)^[\\s>*_]*(?:\\[[^\\]\\n]{1,30}\\]|\\d{1,2}:\\d{2}(?::\\d{2})?)?[\\s*_]*[\\p{Lu}][\\p{L}\\p{N} .'’()-]{0,30}"
                    + "[*_]*:[*_]*\\s");

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    private final int window;

    RefusalGate(GateSettings settings) {
        window = settings.count(RULE, "window");
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        String told = Speech.narration(text).replace('’', '\'');
        int tail = Math.max(0, told.length() - window);
        int head = Math.min(told.length(), window);
        for (int[] stretch : new int[][] {{0, head}, {tail, told.length()}}) {
            for (Pattern pattern : new Pattern[] {TO_TELL, REQUEST, PLAIN}) {
                Matcher matcher = pattern.matcher(told).region(stretch[0], stretch[1]);
                while (matcher.find()) {
                    if (pattern != PLAIN || isTellers(told, matcher)) {
                        return new Verdict.Rejected(
                                new Measure(name(), 1, 0),
                                Reason.REFUSAL,
                                "the storyteller declines: " + Excerpt.of(text, matcher.start(), matcher.end()));
                    }
                }
            }
        }
        return new Verdict.Passed(new Measure(name(), 0, 0));
    }

    private static boolean isTellers(String told, Matcher matcher) {
        int line = told.lastIndexOf('\n', matcher.end() - 1) + 1;
        int from = Math.max(line, matcher.start());
        int to = matcher.end();
        while (to < told.length() && ".!?\n".indexOf(told.charAt(to)) < 0) {
            to++;
        }
        return !LABEL.matcher(told.substring(line, to)).lookingAt()
                && !ATTRIBUTION.matcher(told.substring(from, to)).find();
    }
}
