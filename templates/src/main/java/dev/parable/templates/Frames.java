package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Keyed;
import dev.parable.domain.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pieces of a form's frame: headings, questions, openings. None is used twice in a story while others are left. */
final class Frames {

    private final Bank bank;
    private final Worder worder;
    private final Set<String> used = new HashSet<>();
    private int count;

    Frames(Bank bank, Worder worder) {
        this.bank = bank;
        this.worder = worder;
    }

    /** The piece for this place, in one paragraph; empty if the bank has none. */
    String pick(String at) {
        return pick(at, fitting(at));
    }

    /** As {@link #pick(String)}, for what only tells of what was: it may tell of an AI that is gone. */
    String past(String at) {
        return pick(at, bank.fitting(Beat.FRAME, worder.scenario(), at));
    }

    /** What fits here; nothing that calls on an AI which is gone by the time the document is drawn up. */
    private List<Passage> fitting(String at) {
        List<Passage> fitting = bank.fitting(Beat.FRAME, worder.scenario(), at);
        return Voice.isGone(worder.scenario())
                ? fitting.stream().filter(p -> !p.roles().contains(Role.AI)).toList()
                : fitting;
    }

    /** As {@link #pick(String)}, for what closes a document: of nothing that it has not shown. */
    String close(String at) {
        List<Passage> fitting = fitting(at);
        List<Passage> shown =
                fitting.stream().filter(worder.discourse()::hasShown).toList();
        return pick(at, shown.isEmpty() ? fitting : shown);
    }

    /** As {@link #pick(String)}, for a question to whoever tells: none that speaks of them in the third person. */
    String ask(String at) {
        Role teller = worder.discourse().teller();
        return pick(
                at,
                fitting(at).stream()
                        .filter(p -> teller == null || !p.roles().contains(teller))
                        .toList());
    }

    private String pick(String at, List<Passage> fitting) {
        List<Passage> fresh =
                fitting.stream().filter(p -> !used.contains(p.id())).toList();
        List<Passage> from = fresh.isEmpty() ? fitting : fresh;
        if (from.isEmpty()) {
            return "";
        }
        long key = Keyed.key(Keyed.key(worder.scenario().key(), at), count++);
        Passage passage = from.get(Keyed.below(key, from.size()));
        used.add(passage.id());
        var text = new StringBuilder();
        for (Said said : worder.word(passage)) {
            String line = switch (said) {
                case Said.Narrated narrated -> narrated.text();
                case Said.Spoken spoken -> spoken.text();
            };
            text.append(text.isEmpty() ? "" : " ").append(line);
        }
        return text.toString();
    }

    /** A keyed choice for this story. */
    boolean chance(String what, int in) {
        return Keyed.below(Keyed.key(worder.scenario().key(), what), in) == 0;
    }

    /** A keyed number from 0 to {@code bound - 1} for this story; another one at each call. */
    int number(String what, int bound) {
        return Keyed.below(Keyed.key(Keyed.key(worder.scenario().key(), what), count++), bound);
    }
}
