package dev.parable.generator.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an edit did to a text: by paragraphs, and within those that stayed alike by words. What has little in common is
 * shown whole, old before new, since a patchwork of "the" and "and" tells nobody anything.
 */
final class TextChange {

    /** Below this share of words in common a passage was written anew. */
    private static final double ALIKE = 0.5;

    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private final Marks marks;

    TextChange(Marks marks) {
        this.marks = marks;
    }

    /**
     * Something that was put in the place of something else; either may be empty.
     *
     * @param from where it was in the old, from 0
     * @param to where it is in the new, from 0
     */
    private record Edit(int from, List<String> gone, int to, List<String> come) {

        boolean follows(Edit before) {
            return from == before.from + before.gone.size() && to == before.to + before.come.size();
        }

        Edit with(Edit next) {
            return new Edit(from, joined(gone, next.gone), to, joined(come, next.come));
        }

        private static List<String> joined(List<String> first, List<String> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    /** The paragraphs that differ, each after its number in the new text; empty where the texts are the same. */
    List<String> paragraphs(String before, String after) {
        return edits(split(PARAGRAPHS, before), split(PARAGRAPHS, after)).stream()
                .map(edit -> "¶%d %s"
                        .formatted(
                                edit.to() + 1,
                                passage(String.join("\n\n", edit.gone()), String.join("\n\n", edit.come()))))
                .toList();
    }

    /** One passage beside another, either of which may be empty. */
    String passage(String before, String after) {
        List<String> old = split(WORDS, before);
        List<String> anew = split(WORDS, after);
        List<Edit> edits = edits(old, anew);
        int kept = old.size() - edits.stream().mapToInt(e -> e.gone().size()).sum();
        return kept < ALIKE * Math.max(old.size(), anew.size()) ? whole(before, after) : woven(old, edits);
    }

    private String whole(String before, String after) {
        return before.isEmpty()
                ? marks.come(after)
                : after.isEmpty() ? marks.gone(before) : marks.gone(before) + "\n" + marks.come(after);
    }

    private String woven(List<String> old, List<Edit> edits) {
        var text = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            old.subList(at, edit.from()).forEach(text::append);
            String gone = String.join("", edit.gone());
            String come = String.join("", edit.come());
            if (!gone.isBlank()) {
                text.append(marks.gone(gone.strip()));
            }
            if (!come.isBlank()) {
                text.append(marks.come(come.strip()));
            }
            // White space stays outside of the marks.
            String spaced = come.isEmpty() ? gone : come;
            text.append(spaced.substring(spaced.stripTrailing().length()));
            at = edit.from() + edit.gone().size();
        }
        old.subList(at, old.size()).forEach(text::append);
        return text.toString().stripTrailing();
    }

    private static List<String> split(Pattern by, String text) {
        return text.isEmpty() ? List.of() : List.of(by.split(text));
    }

    /**
     * In linear space, since the common algorithm remembers a square of what differs; it gives what came and what went in
     * the same place as two.
     */
    private static List<Edit> edits(List<String> before, List<String> after) {
        List<Edit> edits = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<String>())
                .getDeltas()) {
            var edit = new Edit(
                    delta.getSource().getPosition(),
                    delta.getSource().getLines(),
                    delta.getTarget().getPosition(),
                    delta.getTarget().getLines());
            if (!edits.isEmpty() && edit.follows(edits.getLast())) {
                edits.set(edits.size() - 1, edits.getLast().with(edit));
            } else {
                edits.add(edit);
            }
        }
        return edits;
    }
}
