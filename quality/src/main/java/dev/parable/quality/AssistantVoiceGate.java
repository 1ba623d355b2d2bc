package dev.parable.quality;

import dev.parable.domain.Form;
import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns away a text in which an assistant speaks around the story: a preface, an offer, a word count, a note, a title in
 * markdown. Measures the places found; by default none are allowed.
 *
 * <p>Source: the list of framing phrases in {@code assistant-voice.txt}. Kinds: {@code anywhere}, {@code start} (in the
 * first {@value #START} characters), {@code end} (in the last {@value #END}). Fiction profile: what characters say in
 * quotation marks does not count; headings count only in forms that have none, so a report may be in sections and a diary
 * or a log may head its days.
 */
final class AssistantVoiceGate implements Gate {

    private static final int START = 200;
    private static final int END = 400;

    static final GateRule RULE = GateRule.of(
                    "assistant-voice", "turns away a text in which an assistant speaks around the story", "ours")
            .count("most-places", 0, 0, 100_000, "places", "more of them are rejected")
            .count("start", START, 0, 1_000_000, "characters", "so many are a text's start, for phrases of prefaces")
            .count("end", END, 0, 1_000_000, "characters", "so many are its end, for phrases of offers");

    private static final Set<Form> WITH_HEADINGS =
            EnumSet.of(Form.DIARY, Form.LETTERS, Form.TRANSCRIPT, Form.INCIDENT_REPORT, Form.LOG);

    private static final Pattern HEADING =
            Pattern.compile("(?m)^\\s{0,3}#{1,6}\\s+\\S.*$|\\A\\s*\\*\\*[^*\\n]{1,80}\\*\\*\\s*\\n|\\A\\s*Title:.*$");

    private static final Lexicon FRAMES = Lexicon.read("assistant-voice.txt");
    private static final Lexicon ANYWHERE = FRAMES.only("anywhere");
    private static final Lexicon AT_START = FRAMES.only("start");
    private static final Lexicon AT_END = FRAMES.only("end");

    private final int most;
    private final int start;
    private final int end;

    AssistantVoiceGate(GateSettings settings) {
        most = settings.count(RULE, "most-places");
        start = settings.count(RULE, "start");
        end = settings.count(RULE, "end");
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        String told = Speech.narration(text);
        int tail = Math.max(0, told.length() - end);
        var hits = new ArrayList<>(ANYWHERE.find(told));
        hits.addAll(AT_START.find(told.substring(0, Math.min(start, told.length()))));
        for (Lexicon.Hit hit : AT_END.find(told.substring(tail))) {
            hits.add(new Lexicon.Hit(hit.entry(), tail + hit.start(), tail + hit.end()));
        }
        if (!WITH_HEADINGS.contains(story.scenario().form())) {
            hits.addAll(headings(text));
        }
        var measure = new Measure(name(), hits.size(), most);
        return hits.size() <= most
                ? new Verdict.Passed(measure)
                : new Verdict.Rejected(measure, Reason.ASSISTANT_VOICE, Weighing.shown(text, hits));
    }

    private static List<Lexicon.Hit> headings(String text) {
        var hits = new ArrayList<Lexicon.Hit>();
        Matcher matcher = HEADING.matcher(text);
        while (matcher.find()) {
            hits.add(new Lexicon.Hit(new Lexicon.Entry("heading", 1, "#"), matcher.start(), matcher.end()));
        }
        return hits;
    }
}
