package dev.parable.templates;

import java.util.ArrayList;
import java.util.List;

/** A story told outright. */
final class ProseLayout implements Layout {

    @Override
    public List<String> lay(List<Passage> passages, Worder worder, Frames frames) {
        var dialogue = new Dialogue(worder, false);
        var voice = new Voice(worder, frames);
        List<String> paragraphs = new ArrayList<>();
        for (Passage passage : passages) {
            Layout.add(paragraphs, voice.takeUp(passage));
            paragraphs.addAll(dialogue.paragraphs(passage));
        }
        return paragraphs;
    }
}
