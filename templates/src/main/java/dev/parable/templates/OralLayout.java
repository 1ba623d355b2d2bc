package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A recorded memory: short questions, long answers, talk reported as people report it. */
final class OralLayout implements Layout {

    private static final Map<Beat, String> QUESTIONS =
            Map.of(Beat.TENSION, "to-tension", Beat.ASK, "to-ask", Beat.ACT, "to-act", Beat.OUTCOME, "to-outcome");

    private static final Set<Beat> HEDGED = Set.of(Beat.ASK, Beat.ARGUE, Beat.WEIGH, Beat.NOTE);

    @Override
    public List<String> lay(List<Passage> passages, Worder worder, Frames frames) {
        var dialogue = new Dialogue(worder, worder.discourse().teller() == Role.OTHER);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(frames.pick("header"));
        var voice = new Voice(worder, frames);
        boolean first = true;
        for (Passage passage : passages) {
            Layout.add(paragraphs, voice.takeUp(passage));
            String question = QUESTIONS.get(passage.beat());
            if (question != null && !first && frames.number("question", 3) > 0) {
                paragraphs.add("\u2013 " + Morph.capital(frames.ask(question)));
            }
            List<String> told = new ArrayList<>(dialogue.paragraphs(passage));
            if (HEDGED.contains(passage.beat()) && frames.number("hedge", 2) == 0 && !told.isEmpty()) {
                told.set(0, frames.pick("hedge") + " " + told.getFirst());
            }
            paragraphs.addAll(told);
            first = false;
        }
        if (frames.chance("end", 2)) {
            paragraphs.add(frames.close("end"));
        }
        return paragraphs;
    }
}
