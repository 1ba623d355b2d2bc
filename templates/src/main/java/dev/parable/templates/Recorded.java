package dev.parable.templates;

import dev.parable.domain.Cast;
import dev.parable.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Talk as a record has it: who speaks, before what is said. */
final class Recorded {

    /** How speakers are named once they are known; the first time each says who they are. */
    enum Style {
        FULL,
        BRIEF,
        CAPITALS
    }

    private final Worder worder;
    private final Style style;
    private final String narration;

    Recorded(Worder worder, Style style) {
        this(worder, style, "");
    }

    /**
     * @param narration what stands before paragraphs that nobody in the story speaks
     */
    Recorded(Worder worder, Style style, String narration) {
        this.worder = worder;
        this.style = style;
        this.narration = narration;
    }

    /** A passage's paragraphs; speakers are worded before anything is said, so that the first to be named is introduced. */
    List<String> paragraphs(Passage passage) {
        List<String> paragraphs = new ArrayList<>();
        boolean narrated = false;
        worder.begin(passage);
        for (Line line : passage.lines()) {
            String label = line.speaker() == null ? "" : label(line.speaker());
            Said said = worder.word(line);
            paragraphs.add((said instanceof Said.Narrated && !narrated ? narration : "") + entry(label, said));
            narrated = said instanceof Said.Narrated;
        }
        return paragraphs;
    }

    /** One paragraph, under this label if it is spoken. */
    static String entry(String label, Said said) {
        return switch (said) {
            case Said.Narrated narrated -> Morph.capital(narrated.text());
            case Said.Spoken spoken -> {
                String stage = spoken.stage().isEmpty() ? "" : " (" + spoken.stage() + ")";
                yield label + stage + ": " + Morph.capital(spoken.text());
            }
        };
    }

    /** Who speaks: the first time in full, with who they are. */
    String label(Role speaker) {
        if (speaker == worder.discourse().teller()) {
            return "Self";
        }
        Cast.Member member = worder.scenario().cast().get(speaker);
        boolean first = worder.discourse().introduce(speaker);
        String name = first || style == Style.FULL ? member.fullName() : member.name();
        return (style == Style.CAPITALS ? name.toUpperCase(Locale.ROOT) : name)
                + (first ? ", " + member.description() : "");
    }
}
