package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Cast;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transcript of a review: a chair asks, those who were there tell in their own words, and the record of the talk is
 * read in.
 */
final class TranscriptLayout implements Layout {

    private static final Map<Beat, String> QUESTIONS = new EnumMap<>(
            Map.of(Beat.TENSION, "to-tension", Beat.ASK, "to-ask", Beat.ACT, "to-act", Beat.OUTCOME, "to-outcome"));

    @Override
    public @Nullable Role teller(Scenario scenario) {
        return null;
    }

    @Override
    public List<String> lay(List<Passage> passages, Worder worder, Frames frames) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(frames.pick("header"));
        Role speaker = null;
        Role reading = null;
        boolean inRecord = false;
        for (Passage passage : passages) {
            boolean talk = passage.lines().stream().anyMatch(l -> l.speaker() != null);
            String question = paragraphs.size() == 1 ? first(passage.beat()) : QUESTIONS.get(passage.beat());
            if (passage.beat() == Beat.ASK && !talk) {
                question = "to-ask-told";
            }
            if (question != null) {
                worder.discourse().tell(null);
                String asked = frames.pick(question);
                Layout.add(paragraphs, asked.isEmpty() ? "" : "CHAIR: " + Morph.capital(asked));
                speaker = null;
                reading = null;
                inRecord = false;
            }
            boolean aside = talk || (passage.beat() == Beat.CODA && passage.specificity() == 0);
            Role witness = Voice.witness(passage.beat(), worder.scenario());
            worder.discourse().tell(aside ? null : witness);
            speaker = null;
            reading = null;
            worder.begin(passage);
            for (Line line : passage.lines()) {
                String reader = line.speaker() == null ? "" : label(worder, line.speaker());
                switch (worder.word(line)) {
                    case Said.Spoken spoken -> {
                        if (!inRecord) {
                            paragraphs.add(frames.pick("record"));
                            inRecord = true;
                        }
                        String stage = spoken.stage().isEmpty() ? "" : " (" + spoken.stage() + ")";
                        if (spoken.speaker() == reading && stage.isEmpty()) {
                            paragraphs.add(Morph.capital(spoken.text()));
                            continue;
                        }
                        reading = spoken.speaker();
                        paragraphs.add(reader + stage + ": " + Morph.capital(spoken.text()));
                        speaker = null;
                    }
                    case Said.Narrated narrated -> {
                        String text = narrated.text();
                        if (aside) {
                            paragraphs.add("(" + text + ")");
                            reading = null;
                        } else if (speaker == witness) {
                            paragraphs.add(text);
                        } else {
                            if (inRecord) {
                                paragraphs.add(frames.pick("resume"));
                            }
                            reading = null;
                            paragraphs.add(label(worder, witness) + ": " + Morph.capital(text));
                            speaker = witness;
                            inRecord = false;
                        }
                    }
                }
            }
        }
        worder.discourse().tell(null);
        paragraphs.add(frames.close("end"));
        return paragraphs;
    }

    /** What the chair asks before anybody has said anything. */
    private static @Nullable String first(Beat beat) {
        return switch (beat) {
            case OUTCOME, COST -> "to-end-first";
            case ASK -> "to-ask";
            case TENSION -> "to-tension";
            default -> "to-place";
        };
    }

    /** The speaker's name; the first time in full, with who they are. */
    private static String label(Worder worder, Role role) {
        Cast.Member member = worder.scenario().cast().get(role);
        if (worder.discourse().knows(role) && worder.discourse().teller() != role) {
            return member.name().toUpperCase(Locale.ROOT);
        }
        boolean first = worder.discourse().introduce(role);
        return first
                ? member.fullName().toUpperCase(Locale.ROOT) + ", " + member.description()
                : member.name().toUpperCase(Locale.ROOT);
    }
}
