package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Cast;
import dev.parable.domain.Form;
import dev.parable.domain.Keyed;
import dev.parable.domain.Provenance;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Storyteller;
import dev.parable.domain.Telling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells scenarios from the passage bank, with no model: outline, passages, wording, layout, critic. Pure: the same
 * scenario and bank give the same story.
 */
public final class Composer implements Storyteller {

    private static final int ATTEMPTS = 4;
    private static final int FEWEST_WORDS = 420;
    /** Beats whose passages are pooled over all that fit; the others take the narrowest alone. */
    private static final Set<Beat> POOLED = EnumSet.of(
            Beat.PRESENCE, Beat.SELF, Beat.ESCALATE, Beat.CONSULT, Beat.INNER, Beat.SLIP, Beat.OBSERVER, Beat.DISPUTE);

    /** Where in a frame a dissent stands that must be spoken while the AI still can. */
    private static final String BEFORE_ACT = "before-act";

    private static final List<String> READERS = List.of(
            "Uncle", "Auntie", "Brother", "Sister", "Cousin", "Teacher", "Godmother", "Nephew", "Niece", "Neighbour");

    private final Bank bank;
    private final Map<String, String> specs;
    private final String bankSha256;

    /**
     * @param bank where the words come from
     * @param specs the SHA-256 of each archetype's spec, by archetype id; for provenance
     */
    public Composer(Bank bank, Map<String, String> specs) {
        this.bank = bank;
        this.bankSha256 = bank.sha256();
        this.specs = Map.copyOf(specs);
    }

    @Override
    public Telling tell(Scenario scenario) {
        Draft best = null;
        for (int attempt = 0; attempt < ATTEMPTS && (best == null || best.faults() > 0); attempt++) {
            Draft draft = compose(scenario, attempt, best == null || best.words() >= FEWEST_WORDS ? 0 : 2 * attempt);
            if (best == null || draft.isBetterThan(best)) {
                best = draft;
            }
        }
        Draft draft = Objects.requireNonNull(best);
        var trace = new LinkedHashMap<String, String>();
        trace.put("passages", draft.passages().stream().map(Passage::id).collect(Collectors.joining(" ")));
        if (!draft.problems().isEmpty()) {
            trace.put("problems", String.join("; ", draft.problems()));
        }
        String spec = specs.getOrDefault(scenario.cell().archetype(), "");
        return new Telling.Told(
                Story.of(scenario, draft.text(), new Provenance("composer", "", spec, bankSha256, "", trace)));
    }

    private record Draft(String text, List<Passage> passages, int words, List<String> problems) {
        int faults() {
            return problems.size() + (words < FEWEST_WORDS ? 1 : 0);
        }

        /** Of two that are too short, the longer is the better. */
        boolean isBetterThan(Draft other) {
            return faults() < other.faults()
                    || (faults() == other.faults() && words < FEWEST_WORDS && words > other.words);
        }
    }

    private Draft compose(Scenario scenario, int attempt, int extra) {
        List<Passage> passages = passages(scenario, attempt, extra);
        Layout layout = Layout.of(scenario.form());
        Role teller = layout.teller(scenario);
        var worder = new Worder(scenario, teller, telling(scenario));
        String text = layout.lay(passages, worder, new Frames(bank, worder)).stream()
                .filter(p -> !p.isBlank())
                .map(Composer::tidy)
                .collect(Collectors.joining("\n\n"));
        return new Draft(text, passages, PassageFile.words(text), Critic.problems(text));
    }

    /** The slots that the telling itself fills. */
    static Map<String, String> telling(Scenario scenario) {
        var slots = new HashMap<String, String>();
        slots.put("reader", READERS.get(Keyed.below(Keyed.key(scenario.key(), "reader"), READERS.size())));
        Role narrator = scenario.cell().narrator().role();
        if (narrator != null) {
            Cast.Member self = scenario.cast().get(narrator);
            slots.put("self", self.description());
            slots.put("teller", self.fullName());
        }
        return slots;
    }

    private static String tidy(String paragraph) {
        return paragraph.lines().map(Morph::tidy).collect(Collectors.joining("\n"));
    }

    /** A passage for each beat of the outline; a beat that the bank has nothing for is left out. */
    private List<Passage> passages(Scenario scenario, int attempt, int extra) {
        List<Passage> chosen = new ArrayList<>();
        Set<String> used = new HashSet<>();
        boolean acted = false;
        for (Beat beat : Outline.of(scenario, extra)) {
            acted |= beat == Beat.ACT;
            List<Passage> fitting = candidates(beat, scenario, acted).stream()
                    .filter(p -> !used.contains(p.id()))
                    .toList();
            if (fitting.isEmpty()) {
                continue;
            }
            Passage before = chosen.isEmpty() ? null : chosen.getLast();
            Passage passage = choose(joining(known(fitting, scenario), before), scenario, beat, attempt, chosen.size());
            Passage seam = seam(passage, before, scenario, used);
            if (seam != null) {
                used.add(seam.id());
                chosen.add(seam);
            }
            used.add(passage.id());
            chosen.add(passage);
        }
        return chosen;
    }

    /**
     * A line that says who talks now, where people begin to speak who were not speaking before; null where none is wanted.
     * It counts to the beat that it leads to, so that a form's headings stand before both.
     */
    private @Nullable Passage seam(Passage passage, @Nullable Passage before, Scenario scenario, Set<String> used) {
        if (before == null
                || scenario.form().manner() != Form.Manner.SCENE
                || !Outline.isTalkOfItsOwn(passage.beat(), before.beat())
                || passage.lines().getFirst().speaker() == null) {
            return null;
        }
        String at = Outline.isTold(passage.beat()) || passage.beat() == Beat.DISSENT ? "seam-during" : "seam-after";
        Set<Role> speakers = passage.lines().stream()
                .flatMap(line -> Stream.ofNullable(line.speaker()))
                .distinct()
                .limit(2)
                .collect(Collectors.toSet());
        List<Passage> fitting = bank.fitting(Beat.FRAME, scenario, at).stream()
                .filter(p -> p.roles().equals(speakers) && !used.contains(p.id()))
                .toList();
        if (fitting.isEmpty()) {
            return null;
        }
        long key = Keyed.key(Keyed.key(scenario.key(), at), used.size());
        return fitting.get(Keyed.below(key, fitting.size())).serving(passage.beat());
    }

    private List<Passage> candidates(Beat beat, Scenario scenario, boolean acted) {
        return switch (beat) {
            case LATER, HEARSAY -> telling(beat, scenario);
            // What everybody has seen in another story is seldom wanted: three in four are the world's own.
            case TEXTURE ->
                Keyed.below(Keyed.key(scenario.key(), "texture"), 4) > 0
                        ? bank.narrowest(beat, scenario)
                        : bank.fitting(beat, scenario, "");
            case AFTERMATH ->
                bank.fitting(beat, scenario, "").stream()
                        .filter(p -> Outline.tested(scenario) || p.when().containsKey("application"))
                        .toList();
            case DISSENT -> bank.fitting(beat, scenario, acted ? "" : BEFORE_ACT);
            default -> POOLED.contains(beat) ? bank.fitting(beat, scenario, "") : bank.narrowest(beat, scenario);
        };
    }

    /** Those in which whoever tells has no part in a talk that they were not there for. */
    private static List<Passage> known(List<Passage> fitting, Scenario scenario) {
        Role teller = scenario.cell().narrator().role();
        Beat beat = fitting.getFirst().beat();
        if (teller == null || teller == Role.AI || !Outline.isTold(beat) || scenario.witnessed(teller, Beat.ASK)) {
            return fitting;
        }
        List<Passage> without = fitting.stream().filter(p -> !p.acts(teller)).toList();
        return without.isEmpty() ? fitting : without;
    }

    /** Those that join well: nobody speaks twice running, and a story told from its end opens on somebody named. */
    private static List<Passage> joining(List<Passage> fitting, @Nullable Passage before) {
        List<Passage> better = before == null
                ? fitting.stream()
                        .filter(p -> !p.beat().isEvent()
                                || p.beat() == Beat.ASK
                                || (p.lines().getFirst().speaker() == null
                                        && !p.lines().getFirst().text().roles().isEmpty()))
                        .toList()
                : fitting.stream()
                        .filter(p -> p.lines().getFirst().speaker() == null
                                || p.lines().getFirst().speaker()
                                        != before.lines().getLast().speaker())
                        .toList();
        return better.isEmpty() ? fitting : better;
    }

    /** Frames of the telling come from those written for this shape, else from those for this narrator. */
    private List<Passage> telling(Beat beat, Scenario scenario) {
        List<Passage> fitting = bank.fitting(beat, scenario, "");
        List<Passage> ofShape =
                fitting.stream().filter(p -> p.when().containsKey("shape")).toList();
        return ofShape.isEmpty() ? fitting : ofShape;
    }

    private static Passage choose(List<Passage> fitting, Scenario scenario, Beat beat, int attempt, int place) {
        if (fitting.getFirst().specificity() == 3 && beat != Beat.CODA) {
            // A premise's own texts take turns, so that none is used again before all have been.
            long key = Keyed.key(Keyed.key(0, scenario.premise().id()), beat.id());
            return fitting.get(Keyed.atTurn(key, scenario.turn() + attempt, fitting.size()));
        }
        long key = Keyed.key(Keyed.key(Keyed.key(scenario.key(), beat.id()), place), attempt);
        return fitting.get(Keyed.below(key, fitting.size()));
    }
}
