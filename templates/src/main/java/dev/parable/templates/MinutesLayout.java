package dev.parable.templates;

import java.util.List;

/** The minutes of a meeting that goes through what happened: who was there, item by item, what was resolved. */
final class MinutesLayout extends SectionedLayout {

    @Override
    void open(List<String> page, Worder worder, Frames frames) {
        page.add(frames.pick("title"));
        page.add(frames.pick("present"));
    }

    @Override
    Talk talk(Worder worder, Frames frames) {
        var recorded = new Recorded(worder, Recorded.Style.FULL);
        return (section, passage) -> recorded.paragraphs(passage);
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
    String tail(Section section, Frames frames) {
        return frames.number("tail", 2) == 0 ? frames.close("tail") : "";
    }

    @Override
    void close(List<String> page, Worder worder, Frames frames) {
        page.add(Morph.capital(frames.pick("h-resolved")));
        page.add(list(() -> frames.close("resolved"), 2 + frames.number("resolutions", 2), "\u2013 "));
        page.add(frames.close("end"));
    }
}
