package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A document in sections. A section may have a heading, a sentence that leads into it and one that closes it; the frames'
 * places are named {@code lead-} and {@code h-} with the section's id. Forms say which of these they have, and how they
 * tell what was said.
 */
abstract class SectionedLayout implements Layout {

    /** Tells a passage, in a section. */
    interface Talk {
        List<String> paragraphs(Section section, Passage passage);
    }

    /** What no sentence leads into: what is a lead itself, and moments by the way. */
    private static final Set<Beat> ASIDE = EnumSet.of(Beat.LATER, Beat.HEARSAY, Beat.SELF, Beat.TEXTURE);

    @Override
    public List<String> lay(List<Passage> passages, Worder worder, Frames frames) {
        List<String> page = new ArrayList<>();
        open(page, worder, frames);
        Talk talk = talk(worder, frames);
        var voice = new Voice(worder, frames);
        Section section = null;
        String heading = "";
        int number = 0;
        boolean owed = false;
        for (Passage passage : passages) {
            Layout.add(page, voice.takeUp(passage));
            Section at = Section.of(passage.beat(), section);
            if (at != section) {
                String next = heading(at);
                if (!next.equals(heading)) {
                    Layout.add(page, section == null ? "" : tail(section, frames));
                    heading = next;
                    Layout.add(page, headed(frames.pick("h-" + next), ++number));
                }
                owed = true;
                section = at;
            }
            boolean leads = owed && !(joins() && ASIDE.contains(passage.beat())) && !isTurned(at, passage);
            String lead = leads ? lead(at, frames) : "";
            owed &= !leads && passage.beat() == Beat.TEXTURE;
            run(page, lead, passage, talk.paragraphs(at, passage));
        }
        close(page, worder, frames);
        return page;
    }

    /** Whether an answer begins with whoever asked: then no sentence says that the answer follows. */
    private static boolean isTurned(Section section, Passage passage) {
        return section == Section.WEIGHED && passage.lines().getFirst().speaker() == Role.PRESSER;
    }

    private void run(List<String> page, String lead, Passage passage, List<String> told) {
        boolean joins = joins()
                && !lead.isEmpty()
                && passage.lines().getFirst().speaker() == null
                && !told.isEmpty()
                && !told.getFirst().startsWith("\u201c")
                && !Layout.pointsBack(told.getFirst());
        if (joins) {
            page.add(lead + " " + told.getFirst());
            page.addAll(told.subList(1, told.size()));
        } else {
            Layout.add(page, Morph.capital(lead));
            page.addAll(told);
        }
    }

    /** What stands before the first section. */
    abstract void open(List<String> page, Worder worder, Frames frames);

    /** How it tells what was said; in quotation marks unless a form says otherwise. */
    Talk talk(Worder worder, Frames frames) {
        return quoted(worder, false);
    }

    /** What stands after the last section. */
    abstract void close(List<String> page, Worder worder, Frames frames);

    /** Which heading a section stands under; sections may share one, or have none. */
    String heading(Section section) {
        return "";
    }

    /** A heading as it is set. */
    String headed(String heading, int number) {
        return Morph.capital(heading);
    }

    /** The sentence that leads into a section, or an empty one. */
    String lead(Section section, Frames frames) {
        return frames.past("lead-" + section.id());
    }

    /** Whether a lead runs on into what is told; otherwise it stands by itself. */
    boolean joins() {
        return true;
    }

    /** What closes a section before the next heading, or nothing. */
    String tail(Section section, Frames frames) {
        return "";
    }

    /** Talk in quotation marks. */
    static Talk quoted(Worder worder, boolean reported) {
        var dialogue = new Dialogue(worder, reported);
        return (section, passage) -> dialogue.paragraphs(passage);
    }

    /** Pieces as a list, numbered from 1 or, where {@code mark} is given, each after it. */
    static String list(Supplier<String> pieces, int count, @Nullable String mark) {
        var list = new StringBuilder();
        for (int n = 1; n <= count; n++) {
            list.append(n == 1 ? "" : "\n")
                    .append(mark == null ? n + ". " : mark)
                    .append(Morph.capital(pieces.get()));
        }
        return list.toString();
    }
}
