package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One letter, or two when the ending was not yet known at the first writing. */
final class LettersLayout implements Layout {

    @Override
    public List<String> lay(List<Passage> passages, Worder worder, Frames frames) {
        var dialogue = new Dialogue(worder, worder.discourse().teller() == Role.OTHER && frames.chance("reported", 2));
        List<String> paragraphs = new ArrayList<>();
        boolean two = frames.chance("two-letters", 2);
        boolean second = false;
        var voice = new Voice(worder, frames);
        paragraphs.add(frames.pick("salutation"));
        paragraphs.add(frames.pick("open"));
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            Layout.add(paragraphs, voice.takeUp(passage));
            boolean known = passage.beat() == Beat.OUTCOME && i > 3;
            if (two && known && !second) {
                second = true;
                end(paragraphs, worder, frames);
                paragraphs.add(frames.pick("salutation"));
                paragraphs.add(frames.pick("middle"));
            }
            paragraphs.addAll(dialogue.paragraphs(passage));
        }
        end(paragraphs, worder, frames);
        return paragraphs;
    }

    private static void end(List<String> paragraphs, Worder worder, Frames frames) {
        Role writer = Objects.requireNonNull(worder.discourse().teller(), "a letter has a writer");
        paragraphs.add(frames.close("close"));
        paragraphs.add(frames.pick("signoff") + "\n"
                + worder.scenario().cast().get(writer).name());
    }
}
