package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Cast;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Comments under an entry: each writer tells the part that they were there for, the others remark on it. */
final class ThreadLayout implements Layout {

    private final Set<Role> wrote = EnumSet.noneOf(Role.class);

    @Override
    public @Nullable Role teller(Scenario scenario) {
        return null;
    }

    @Override
    public List<String> lay(List<Passage> passages, Worder worder, Frames frames) {
        List<String> page = new ArrayList<>();
        page.add(frames.past("header"));
        Section section = null;
        Role writer = null;
        int number = 0;
        for (Passage passage : passages) {
            Section at = Section.of(passage.beat(), section);
            Role by = writer(passage.beat(), worder.scenario(), writer);
            boolean remarked = false;
            if (writer != null && at != section && frames.number("reply", 2) == 0) {
                comment(page, worder, frames, ++number, remarks(writer, by, frames), "reply");
                remarked = true;
            }
            if (by != writer || remarked) {
                comment(page, worder, frames, ++number, by, at == section ? "" : "lead-" + at.id());
            }
            page.addAll(new Dialogue(worder, false).paragraphs(passage));
            section = at;
            writer = by;
        }
        worder.discourse().tell(null);
        page.add(frames.close("end"));
        return page;
    }

    /** Begins a comment: its number, who writes, and how they begin. */
    private void comment(List<String> page, Worder worder, Frames frames, int number, Role by, String at) {
        Discourse discourse = worder.discourse();
        discourse.tell(null);
        Cast.Member member = worder.scenario().cast().get(by);
        discourse.introduce(by);
        String who = member.fullName() + (wrote.add(by) ? ", " + member.description() : "");
        String hand = frames.pick("hand");
        discourse.tell(by);
        discourse.sign(by);
        String begins = at.isEmpty() ? "" : frames.ask(at);
        page.add(number + ". " + who + (hand.startsWith("(") ? " " : ", ") + hand + ":"
                + (begins.isEmpty() ? "" : "\n" + Morph.capital(begins)));
    }

    /** Whoever asked tells of the asking; the AI, while it is there, of its own part; the rest as at a hearing. */
    private static Role writer(Beat beat, Scenario scenario, @Nullable Role before) {
        return switch (beat) {
            case ASK, ARGUE, ESCALATE -> Role.PRESSER;
            case WEIGH, SLIP, CONSULT -> Voice.isGone(scenario) ? Role.PRESSER : Role.AI;
            case ACT, COST, AFTERMATH -> Role.OTHER;
            case CODA, TEXTURE -> before == null ? Role.OTHER : before;
            default -> Voice.witness(beat, scenario);
        };
    }

    /** Somebody who wrote neither the last comment nor the next. */
    private static Role remarks(Role last, Role next, Frames frames) {
        List<Role> others = Stream.of(Role.PRESSER, Role.DECIDER, Role.OTHER)
                .filter(role -> role != last && role != next)
                .toList();
        return others.get(frames.number("remarks", others.size()));
    }
}
