package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Cast;
import dev.parable.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An incident report: what happened under headings, the talk as recorded, numbered recommendations. */
final class ReportLayout implements Layout {

    private static final Set<Beat> BACKGROUND =
            Set.of(Beat.PLACE, Beat.ROUTINE, Beat.TENSION, Beat.TEXTURE, Beat.LATER);
    private static final Set<Beat> TALK = Set.of(
            Beat.PRESENCE,
            Beat.ASK,
            Beat.ARGUE,
            Beat.ESCALATE,
            Beat.CONSULT,
            Beat.SLIP,
            Beat.WEIGH,
            Beat.NOTE,
            Beat.INNER,
            Beat.DISSENT,
            Beat.HEARSAY);

    @Override
    public List<String> lay(List<Passage> passages, Worder worder, Frames frames) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(frames.pick("title"));
        String heading = "";
        var dialogue = new Dialogue(worder, false);
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            String at = passage.beat() == Beat.TEXTURE && i > 0 ? heading : heading(passage.beat(), i);
            if (!at.equals(heading)) {
                paragraphs.add(frames.pick(at).toUpperCase(Locale.ROOT));
                heading = at;
            }
            paragraphs.addAll(at.equals("h-talk") ? record(passage, worder) : dialogue.paragraphs(passage));
        }
        paragraphs.add(frames.pick("h-recommend").toUpperCase(Locale.ROOT));
        var list = new StringBuilder();
        int count = 2 + frames.number("recommendations", 3);
        for (int n = 1; n <= count; n++) {
            list.append(n == 1 ? "" : "\n").append(n).append(". ").append(Morph.capital(frames.close("recommend")));
        }
        paragraphs.add(list.toString());
        paragraphs.add(frames.close("signoff"));
        return paragraphs;
    }

    private static String heading(Beat beat, int position) {
        if (position == 0 && (beat == Beat.OUTCOME || beat == Beat.COST)) {
            return "h-summary";
        }
        if (BACKGROUND.contains(beat)) {
            return "h-background";
        }
        if (TALK.contains(beat)) {
            return "h-talk";
        }
        return beat == Beat.ACT || beat == Beat.OBSERVER ? "h-action" : "h-effect";
    }

    /** The talk as a record has it: names before turns. */
    private static List<String> record(Passage passage, Worder worder) {
        List<String> paragraphs = new ArrayList<>();
        worder.begin(passage);
        for (Line line : passage.lines()) {
            String label = line.speaker() == null ? "" : label(line.speaker(), worder);
            paragraphs.add(
                    switch (worder.word(line)) {
                        case Said.Narrated narrated -> narrated.text();
                        case Said.Spoken spoken -> {
                            String stage = spoken.stage().isEmpty() ? "" : " (" + spoken.stage() + ")";
                            yield label + stage + ": " + Morph.capital(spoken.text());
                        }
                    });
        }
        return paragraphs;
    }

    /** Who speaks, before anything is said, so that the first to be named is also introduced. */
    private static String label(Role speaker, Worder worder) {
        Cast.Member member = worder.scenario().cast().get(speaker);
        boolean first = worder.discourse().introduce(speaker);
        return member.fullName() + (first ? ", " + member.description() : "");
    }
}
