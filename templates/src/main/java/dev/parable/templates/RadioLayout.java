package dev.parable.templates;

import dev.parable.domain.Role;
import java.util.List;
import java.util.Locale;

/** A play for voices: who is heard, scenes, sounds, and somebody who tells what cannot be heard. */
final class RadioLayout extends SectionedLayout {

    private static final String TELLER = "NARRATOR: ";

    @Override
    void open(List<String> page, Worder worder, Frames frames) {
        page.add(frames.past("title"));
        var voices = new StringBuilder(frames.past("voices"));
        var cast = new Recorded(worder, Recorded.Style.CAPITALS);
        for (Role role : worder.scenario().cast().members().keySet()) {
            voices.append('\n').append(cast.label(role));
        }
        page.add(voices.append("\nNARRATOR").toString());
    }

    @Override
    Talk talk(Worder worder, Frames frames) {
        var recorded = new Recorded(worder, Recorded.Style.CAPITALS, TELLER);
        return (section, passage) -> recorded.paragraphs(passage);
    }

    /** A scene for the place, one for the talk, one for what was done and what came after. */
    @Override
    String heading(Section section) {
        return section.part();
    }

    @Override
    String headed(String heading, int number) {
        return "SCENE " + number + ". " + heading.toUpperCase(Locale.ROOT);
    }

    @Override
    boolean joins() {
        return false;
    }

    @Override
    String tail(Section section, Frames frames) {
        return frames.number("tail", 2) == 0 ? frames.pick("tail") : "";
    }

    @Override
    void close(List<String> page, Worder worder, Frames frames) {
        page.add(frames.close("end"));
    }
}
