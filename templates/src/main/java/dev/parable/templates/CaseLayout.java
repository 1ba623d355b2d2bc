package dev.parable.templates;

import java.util.List;

/** A case as a textbook has it: the setting, what was asked, what was done and why, and questions that are left open. */
final class CaseLayout extends SectionedLayout {

    @Override
    void open(List<String> page, Worder worder, Frames frames) {
        page.add(frames.past("title"));
        page.add(frames.past("abstract"));
    }

    @Override
    String heading(Section section) {
        return section.id();
    }

    @Override
    String headed(String heading, int number) {
        return number + ". " + Morph.capital(heading);
    }

    @Override
    void close(List<String> page, Worder worder, Frames frames) {
        page.add(frames.pick("h-questions"));
        page.add(list(() -> frames.close("question"), 2 + frames.number("questions", 2), null));
    }
}
