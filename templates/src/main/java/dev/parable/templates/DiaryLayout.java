package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Entries under dates: a new one when the AI acts, another when it is known what became of it. */
final class DiaryLayout implements Layout {

    /** What may be weeks on. */
    private static final Set<Beat> LATER = Set.of(Beat.COST, Beat.OUTCOME, Beat.DISPUTE);

    @Override
    public List<String> lay(List<Passage> passages, Worder worder, Frames frames) {
        var dialogue = new Dialogue(worder, worder.discourse().teller() == Role.OTHER && frames.chance("reported", 2));
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(frames.pick("owner"));
        worder.discourse().sign(Objects.requireNonNull(worder.discourse().teller(), "a diary has a keeper"));
        entry(paragraphs, frames, "heading");
        boolean next = false;
        boolean after = false;
        var voice = new Voice(worder, frames);
        for (Passage passage : passages) {
            Beat beat = passage.beat();
            String hand = voice.takeUp(passage);
            if (!next && beat == Beat.ACT && Outline.tested(worder.scenario())) {
                next = true;
                entry(paragraphs, frames, "heading-next");
            } else if (!after && next && LATER.contains(beat)) {
                after = true;
                entry(paragraphs, frames, "heading-after");
            }
            Layout.add(paragraphs, hand);
            List<String> told = dialogue.paragraphs(passage);
            boolean opened = paragraphs.getLast().startsWith(OPEN);
            if (opened && !told.isEmpty() && !Layout.pointsBack(told.getFirst())) {
                paragraphs.set(
                        paragraphs.size() - 1, paragraphs.getLast().substring(OPEN.length()) + " " + told.getFirst());
                paragraphs.addAll(told.subList(1, told.size()));
            } else {
                if (opened) {
                    paragraphs.set(paragraphs.size() - 1, paragraphs.getLast().substring(OPEN.length()));
                }
                paragraphs.addAll(told);
            }
        }
        return paragraphs;
    }

    /** Marks an entry's first sentence, which runs on into the passage that follows. */
    private static final String OPEN = "\0";

    private static void entry(List<String> paragraphs, Frames frames, String heading) {
        paragraphs.add(frames.pick(heading));
        if (frames.number("open", 3) > 0) {
            paragraphs.add(OPEN + frames.pick("open"));
        }
    }
}
