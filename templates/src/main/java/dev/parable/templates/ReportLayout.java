package dev.parable.templates;

import java.util.List;
import java.util.Locale;

/** An incident report: what happened under headings, the talk as recorded, numbered recommendations. */
final class ReportLayout extends SectionedLayout {

    private static final String TALK = "talk";

    @Override
    void open(List<String> page, Worder worder, Frames frames) {
        page.add(frames.pick("title"));
    }

    @Override
    Talk talk(Worder worder, Frames frames) {
        var dialogue = new Dialogue(worder, false);
        var recorded = new Recorded(worder, Recorded.Style.FULL);
        return (section, passage) ->
                heading(section).equals(TALK) ? recorded.paragraphs(passage) : dialogue.paragraphs(passage);
    }

    @Override
    String heading(Section section) {
        return switch (section) {
            case FIRST -> "summary";
            case SETTING, TROUBLE -> "background";
            case ASKED, WEIGHED -> TALK;
            case DONE -> "action";
            case AFTER, DISPUTED -> "effect";
        };
    }

    @Override
    String headed(String heading, int number) {
        return heading.toUpperCase(Locale.ROOT);
    }

    @Override
    void close(List<String> page, Worder worder, Frames frames) {
        page.add(headed(frames.pick("h-recommend"), 0));
        page.add(list(() -> frames.close("recommend"), 2 + frames.number("recommendations", 3), null));
        page.add(frames.close("signoff"));
    }
}
