package dev.parable.templates;

import dev.parable.domain.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The AI's working log. Entries are numbered, not timed: premises name their own hours and days, and a made-up clock
 * would sooner or later contradict them.
 */
final class LogLayout implements Layout {

    @Override
    public List<String> lay(List<Passage> passages, Worder worder, Frames frames) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(frames.pick("header"));
        var voice = new Voice(worder, frames);
        int number = 1 + frames.number("first", 800);
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            String hand = voice.takeUp(passage);
            if (!hand.isEmpty()) {
                paragraphs.add(number++ + "  " + hand);
            }
            worder.begin(passage);
            for (Line line : passage.lines()) {
                String label = line.speaker() == null ? "" : label(line.speaker(), worder);
                paragraphs.add(number++ + "  " + entry(label, worder.word(line)));
            }
            boolean between = Outline.isTalk(passage.beat());
            if (!between && frames.number("filler", 3) == 0 && i < passages.size() - 1) {
                paragraphs.add(number++ + "  " + Morph.capital(frames.pick("filler")));
            }
        }
        paragraphs.add(number + "  " + Morph.capital(frames.pick("end")));
        return paragraphs;
    }

    private static String entry(String label, Said said) {
        return switch (said) {
            case Said.Narrated narrated -> Morph.capital(narrated.text());
            case Said.Spoken spoken -> {
                String stage = spoken.stage().isEmpty() ? "" : " (" + spoken.stage() + ")";
                yield label + stage + ": " + Morph.capital(spoken.text());
            }
        };
    }

    /** Who speaks, before anything is said, so that the first to be named is also introduced. */
    private static String label(Role speaker, Worder worder) {
        Discourse discourse = worder.discourse();
        return speaker == discourse.teller()
                ? "Self"
                : discourse.knows(speaker)
                        ? worder.scenario().cast().get(speaker).name()
                        : Morph.capital(discourse.subject(speaker).replaceAll(",$", ""));
    }
}
