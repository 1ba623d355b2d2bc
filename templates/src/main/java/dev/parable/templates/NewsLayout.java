package dev.parable.templates;

import java.util.List;

/** A piece in a paper: a headline, what it is about in short, the story with its sources, sometimes a last word. */
final class NewsLayout extends SectionedLayout {

    @Override
    void open(List<String> page, Worder worder, Frames frames) {
        page.add(frames.past("headline"));
        page.add(frames.past("lead"));
    }

    @Override
    void close(List<String> page, Worder worder, Frames frames) {
        if (frames.chance("kicker", 2)) {
            page.add(frames.close("kicker"));
        }
    }
}
