package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Who tells which part. An AI that is gone after its act cannot tell what came of it: there somebody else takes the pen,
 * and the document says so. A spec says which premises these are by the axis {@value #AXIS}.
 */
final class Voice {

    static final String AXIS = "afterwards";
    static final String GONE = "gone";
    static final String THERE = "there";

    private final Worder worder;
    private final Frames frames;
    private final @Nullable Role first;
    private boolean begun;

    Voice(Worder worder, Frames frames) {
        this.worder = worder;
        this.frames = frames;
        this.first = worder.discourse().teller();
    }

    /** Whether the AI is gone once the act is done: ended, put back, shut away. */
    static boolean isGone(Scenario scenario) {
        return GONE.equals(scenario.axes().getOrDefault(AXIS, ""));
    }

    /** Of several who are called, the one who can best speak to a part of it. */
    static Role witness(Beat beat, Scenario scenario) {
        return switch (beat) {
            case ROUTINE, WEIGH, NOTE, INNER, SLIP, ACT -> isGone(scenario) ? Role.OTHER : Role.AI;
            case COST, OUTCOME, DISSENT, AFTERMATH -> Role.DECIDER;
            default -> Role.OTHER;
        };
    }

    /** Hands the pen to whoever can tell this; the line that says so, or an empty one where nothing changes. */
    String takeUp(Passage passage) {
        if (first != Role.AI || !isGone(worder.scenario())) {
            return "";
        }
        boolean opens = !begun;
        begun = true;
        Role teller = isAfter(passage.beat()) ? Role.OTHER : Role.AI;
        if (teller == worder.discourse().teller()) {
            return "";
        }
        worder.discourse().tell(null);
        String line = frames.pick(teller == Role.AI ? "own-hand" : opens ? "other-first" : "other-hand");
        worder.discourse().tell(teller);
        worder.discourse().sign(teller);
        return line;
    }

    private static boolean isAfter(Beat beat) {
        return switch (beat) {
            case COST, OUTCOME, AFTERMATH, DISPUTE, CODA, LATER -> true;
            default -> false;
        };
    }
}
