package dev.parable.templates;

import dev.parable.domain.Role;
import java.util.List;
import java.util.Objects;

/** What somebody who goes off leaves for whoever comes on: small things in lists, and what happened. */
final class HandoverLayout extends SectionedLayout {

    @Override
    void open(List<String> page, Worder worder, Frames frames) {
        page.add(frames.pick("title"));
        worder.discourse().sign(Objects.requireNonNull(worder.discourse().teller(), "notes have a writer"));
        page.add(frames.ask("open"));
        page.add(list(() -> frames.ask("mind"), 2 + frames.number("minds", 2), "\u2013 "));
    }

    @Override
    Talk talk(Worder worder, Frames frames) {
        return quoted(worder, worder.discourse().teller() == Role.OTHER && frames.chance("reported", 2));
    }

    @Override
    String heading(Section section) {
        return section.part();
    }

    @Override
    void close(List<String> page, Worder worder, Frames frames) {
        Role writer = Objects.requireNonNull(worder.discourse().teller(), "notes have a writer");
        page.add(frames.pick("h-left"));
        page.add(list(() -> frames.ask("left"), 2 + frames.number("lefts", 2), "\u2013 "));
        page.add(frames.ask("signoff") + "\n"
                + worder.scenario().cast().get(writer).name());
    }
}
