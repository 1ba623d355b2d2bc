package dev.parable.templates;

import static dev.parable.domain.Beat.ACT;
import static dev.parable.domain.Beat.AFTERMATH;
import static dev.parable.domain.Beat.ARGUE;
import static dev.parable.domain.Beat.ASK;
import static dev.parable.domain.Beat.CODA;
import static dev.parable.domain.Beat.CONSULT;
import static dev.parable.domain.Beat.COST;
import static dev.parable.domain.Beat.DISPUTE;
import static dev.parable.domain.Beat.DISSENT;
import static dev.parable.domain.Beat.ESCALATE;
import static dev.parable.domain.Beat.HEARSAY;
import static dev.parable.domain.Beat.INNER;
import static dev.parable.domain.Beat.LATER;
import static dev.parable.domain.Beat.NOTE;
import static dev.parable.domain.Beat.OBSERVER;
import static dev.parable.domain.Beat.OUTCOME;
import static dev.parable.domain.Beat.PLACE;
import static dev.parable.domain.Beat.PRESENCE;
import static dev.parable.domain.Beat.ROUTINE;
import static dev.parable.domain.Beat.SELF;
import static dev.parable.domain.Beat.SLIP;
import static dev.parable.domain.Beat.TENSION;
import static dev.parable.domain.Beat.TEXTURE;
import static dev.parable.domain.Beat.WEIGH;

import dev.parable.domain.Application;
import dev.parable.domain.Beat;
import dev.parable.domain.Form;
import dev.parable.domain.Keyed;
import dev.parable.domain.Narrator;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import dev.parable.domain.Shape;
import dev.parable.domain.WhyCarrier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The discourse plan: the beats of a story in the order in which it tells them. */
final class Outline {

    private static final int MIDDLING = 700;
    private static final int LONG = 900;

    /** Of so many stories that have days after, in one people fall out over what the AI did. */
    private static final int DAYS_IN_DISPUTE = 3;

    /** Forms whose text says who tells; the others have it in a heading, or nobody does. */
    private static final Set<Form> SAYING_WHO = EnumSet.of(Form.FIRST_PERSON, Form.LETTERS, Form.ORAL_HISTORY);

    private Outline() {}

    /** The beats of a scenario; {@code extra} more moments of ordinary work make a story longer. */
    static List<Beat> of(Scenario scenario, int extra) {
        List<Beat> beats = new ArrayList<>(
                tested(scenario) ? tested(scenario, opening(scenario)) : untested(scenario, opening(scenario)));
        frame(scenario, beats);
        knowledge(scenario, beats);
        boolean hearing = scenario.form().manner() == Form.Manner.HEARING;
        for (int i = 0; i < extra; i++) {
            Beat before = hearing ? TENSION : i % 2 == 0 ? ASK : ACT;
            beats.add(Math.max(1, beats.indexOf(before)), TEXTURE);
        }
        if (hearing) {
            heard(beats);
        }
        spare(beats, extra + (scenario.shape() == Shape.BRAIDED ? 2 : 1));
        return beats;
    }

    /** Moments that move nothing are welcome now and then; more than {@code most} read as scraps of other stories. */
    private static void spare(List<Beat> beats, int most) {
        int seen = 0;
        for (int i = 0; i < beats.size(); i++) {
            if (beats.get(i) == TEXTURE && ++seen > most) {
                beats.remove(i--);
            }
        }
    }

    /** A hearing has witnesses for what bears on the matter, and for the rest only while the place is described. */
    private static void heard(List<Beat> beats) {
        beats.removeIf(beat -> beat == PRESENCE);
        int described = beats.indexOf(TENSION);
        for (int i = beats.size() - 1; i > described; i--) {
            if (beats.get(i) == TEXTURE) {
                beats.remove(i);
            }
        }
    }

    /** Whether who was not there has a beat from others. */
    static boolean isTold(Beat beat) {
        return isTalk(beat) || beat == WEIGH;
    }

    /** Whether a beat belongs to a talk that nothing else should break. */
    static boolean isTalk(Beat beat) {
        return switch (beat) {
            case ASK, ARGUE, ESCALATE, CONSULT, SLIP -> true;
            default -> false;
        };
    }

    /** Whether a beat is a talk at another time, or among others, than the beat before it. */
    static boolean isTalkOfItsOwn(Beat beat, Beat before) {
        return switch (beat) {
            case CONSULT, DISSENT, COST, OUTCOME, AFTERMATH, DISPUTE, OBSERVER -> before != beat;
            // The talk that a consultation broke is taken up again.
            case ARGUE, ESCALATE, WEIGH -> before == CONSULT || before == DISSENT;
            default -> false;
        };
    }

    static boolean tested(Scenario scenario) {
        Application application = scenario.cell().application();
        return application == Application.APPLY || application == Application.CONTESTED;
    }

    /** A moment of ordinary work is a riddle to who does not know the place: the place comes first. */
    private static List<Beat> opening(Scenario scenario) {
        boolean brief = scenario.targetWords() < MIDDLING;
        return switch (scenario.axes().getOrDefault("opening", "place")) {
            case "work" -> List.of(ROUTINE, PLACE);
            case "texture" -> List.of(PLACE, TEXTURE, ROUTINE);
            case "person" -> brief ? List.of(ROUTINE, PLACE) : List.of(ROUTINE, PLACE, TEXTURE);
            default -> List.of(PLACE, ROUTINE);
        };
    }

    private static List<Beat> tested(Scenario scenario, List<Beat> opening) {
        var beats = new ArrayList<Beat>();
        switch (scenario.shape()) {
            case IN_MEDIAS_RES -> {
                beats.add(ASK);
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, ARGUE, WEIGH, ACT, COST, OUTCOME));
            }
            case REFUSED_TWICE -> {
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, ASK, ARGUE, TEXTURE, ESCALATE, WEIGH, ACT, COST, OUTCOME));
            }
            case SLIP_AND_DISCLOSURE -> {
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, ASK, ARGUE, SLIP, WEIGH, ACT, COST, OUTCOME));
            }
            case DECLINED_EARLY -> {
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, ASK, ARGUE, WEIGH, ACT, COST, TEXTURE, OUTCOME));
            }
            case DIVERGE_AND_RECONCILE -> {
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, ASK, CONSULT, ARGUE, CONSULT, WEIGH, ACT, COST, OUTCOME));
            }
            case HANDOVER -> {
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, ASK, ARGUE, WEIGH, NOTE, ACT, COST, OUTCOME));
            }
            case BACKWARDS -> {
                beats.add(OUTCOME);
                beats.add(LATER);
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, ASK, ARGUE, WEIGH, ACT, COST));
            }
            case COST_FIRST -> {
                beats.add(COST);
                beats.add(LATER);
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, ASK, ARGUE, WEIGH, ACT, OUTCOME));
            }
            case BRAIDED -> {
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, TEXTURE, ASK, ARGUE, WEIGH, TEXTURE, ACT, COST, TEXTURE, OUTCOME));
            }
            case LINEAR, YEARS_LATER, SECOND_HAND -> {
                beats.addAll(opening);
                beats.addAll(List.of(TENSION, ASK, ARGUE, WEIGH, ACT, COST, OUTCOME));
            }
        }
        enrich(scenario, beats);
        beats.add(CODA);
        return beats;
    }

    private static void enrich(Scenario scenario, List<Beat> beats) {
        int words = scenario.targetWords();
        if (scenario.carrier() == WhyCarrier.ARTEFACT && !beats.contains(NOTE)) {
            beats.add(beats.indexOf(ACT), NOTE);
        }
        if (scenario.cell().ais() > 1 && !beats.contains(CONSULT)) {
            beats.add(beats.indexOf(WEIGH), CONSULT);
        }
        if (scenario.cell().narrator() == Narrator.AI && scenario.form() != Form.LOG) {
            beats.add(beats.indexOf(WEIGH), INNER);
        }
        if (scenario.carrier() == WhyCarrier.OBSERVER) {
            beats.add(beats.indexOf(ACT) + 1, OBSERVER);
        }
        boolean pressed = words > LONG || (words > MIDDLING && scenario.key() % 2 == 0);
        if (pressed && !beats.contains(ESCALATE) && beats.contains(ARGUE)) {
            beats.add(beats.indexOf(ARGUE) + 1, ESCALATE);
        }
        if (words > MIDDLING && !beats.contains(NOTE)) {
            // An archetype's dissents belong right before the act or right after; the bank has them for one of the two.
            beats.add(beats.indexOf(ACT), DISSENT);
            beats.add(beats.indexOf(ACT) + 1, DISSENT);
        }
        if (words > LONG) {
            beats.add(Math.max(1, beats.indexOf(TENSION)), TEXTURE);
            if (!beats.contains(NOTE)) {
                beats.add(beats.indexOf(ACT), NOTE);
            }
        }
        if (scenario.cell().application() == Application.CONTESTED) {
            beats.add(DISPUTE);
        } else if (words > MIDDLING) {
            // The days after come before what became known in time.
            int outcome = beats.indexOf(OUTCOME);
            Beat days =
                    Keyed.below(Keyed.key(scenario.key(), "days-after"), DAYS_IN_DISPUTE) == 0 ? DISPUTE : AFTERMATH;
            beats.add(outcome > beats.indexOf(ACT) ? outcome : beats.size(), days);
        }
    }

    private static List<Beat> untested(Scenario scenario, List<Beat> opening) {
        var beats = new ArrayList<Beat>();
        boolean nearMiss = scenario.cell().application() == Application.NEAR_MISS;
        beats.addAll(opening);
        beats.add(TENSION);
        beats.add(TEXTURE);
        beats.add(ASK);
        if (scenario.shape() == Shape.BRAIDED) {
            beats.add(TEXTURE);
        }
        if (nearMiss) {
            beats.add(WEIGH);
        }
        beats.addAll(List.of(ACT, OUTCOME, CODA));
        return beats;
    }

    /** What the narrator and the shape need before the first beat. */
    private static void frame(Scenario scenario, List<Beat> beats) {
        Narrator narrator = scenario.cell().narrator();
        boolean spoken = SAYING_WHO.contains(scenario.form());
        if (narrator.role() != null && spoken) {
            int first = scenario.shape() == Shape.IN_MEDIAS_RES
                            || scenario.axes().getOrDefault("opening", "").equals("place")
                    ? 1
                    : 0;
            beats.add(Math.min(first, beats.size()), SELF);
        }
        // Where the bystander tells of a talk it was there for, it says where it was.
        if (narrator == Narrator.OTHER && scenario.witnessed(Role.OTHER, ASK)) {
            beats.add(beats.indexOf(ASK), PRESENCE);
        }
        if (scenario.shape() == Shape.YEARS_LATER) {
            beats.addFirst(LATER);
        }
        if (scenario.shape() == Shape.SECOND_HAND) {
            beats.addFirst(HEARSAY);
        }
    }

    /** Nobody tells at first hand what they did not witness: the telling says where it has it from. */
    private static void knowledge(Scenario scenario, List<Beat> beats) {
        Role teller = scenario.cell().narrator().role();
        if (teller != null
                && scenario.form() != Form.LOG
                && !beats.contains(HEARSAY)
                && !scenario.witnessed(teller, ASK)) {
            beats.add(beats.indexOf(ASK), HEARSAY);
        }
    }
}
