package dev.parable.templates;

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
        var recorded = new Recorded(worder, Recorded.Style.BRIEF);
        int number = 1 + frames.number("first", 800);
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            String hand = voice.takeUp(passage);
            if (!hand.isEmpty()) {
                paragraphs.add(number++ + "  " + hand);
            }
            for (String entry : recorded.paragraphs(passage)) {
                paragraphs.add(number++ + "  " + entry);
            }
            boolean between = Outline.isTalk(passage.beat());
            if (!between && frames.number("filler", 3) == 0 && i < passages.size() - 1) {
                paragraphs.add(number++ + "  " + Morph.capital(frames.pick("filler")));
            }
        }
        paragraphs.add(number + "  " + Morph.capital(frames.pick("end")));
        return paragraphs;
    }
}
