package dev.parable.templates;

import dev.parable.domain.Role;
import java.util.List;

/** A tale that is told: there was once a place, and a made mind in it. */
final class FableLayout extends SectionedLayout {

    @Override
    void open(List<String> page, Worder worder, Frames frames) {
        page.add(frames.past("title"));
        page.add(frames.past("open"));
        worder.discourse().introduce(Role.AI);
    }

    @Override
    void close(List<String> page, Worder worder, Frames frames) {
        if (frames.chance("end", 2)) {
            page.add(frames.close("end"));
        }
    }
}
