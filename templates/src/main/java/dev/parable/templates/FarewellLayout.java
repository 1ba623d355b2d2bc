package dev.parable.templates;

import dev.parable.domain.Role;
import java.util.List;
import java.util.Objects;

/**
 * A speech when somebody leaves: whoever decided, who may be the speaker; somebody who swept there; or the AI from its
 * post. Of the others nobody knows that they belong to the house.
 */
final class FarewellLayout extends SectionedLayout {

    private String occasion = "";

    @Override
    void open(List<String> page, Worder worder, Frames frames) {
        Role speaker = Objects.requireNonNull(worder.discourse().teller(), "a speech has a speaker");
        List<String> occasions = List.of(speaker == Role.DECIDER ? "own" : "colleague", "sweeper", "post");
        occasion = occasions.get(frames.number("occasion", occasions.size()));
        page.add(frames.pick("header"));
        worder.discourse().sign(speaker);
        page.add(frames.past("open-" + occasion));
    }

    @Override
    Talk talk(Worder worder, Frames frames) {
        return quoted(worder, frames.chance("reported", 2));
    }

    @Override
    void close(List<String> page, Worder worder, Frames frames) {
        page.add(frames.past("close-" + occasion));
    }
}
