package dev.parable.generator.cli;

import dev.parable.generator.Shown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changed in a story since it was previewed last, in lines: its plan, what became of it, its text. */
final class StoryChange {

    /** A value of up to so many characters is shown as old and new, a longer one by its words. */
    private static final int SHORT = 60;

    private static final String NONE = "none";

    private final Marks marks;
    private final TextChange texts;

    StoryChange(Marks marks) {
        this.marks = marks;
        this.texts = new TextChange(marks);
    }

    /** Empty where nothing changed. */
    List<String> lines(Shown before, Shown now) {
        List<String> lines = new ArrayList<>();
        differing(before.plan(), now.plan(), lines);
        if (!before.verdict().equals(now.verdict())) {
            lines.add(changed("verdict", before.verdict(), now.verdict()));
        }
        differing(before.values(), now.values(), lines);
        lines.addAll(texts.paragraphs(before.text(), now.text()));
        return lines;
    }

    private void differing(Map<String, String> before, Map<String, String> now, List<String> lines) {
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            String old = before.getOrDefault(name, NONE);
            String anew = now.getOrDefault(name, NONE);
            if (!old.equals(anew)) {
                lines.add(changed(name, old, anew));
            }
        }
    }

    private String changed(String name, String before, String now) {
        String what = Math.max(before.length(), now.length()) <= SHORT
                ? marks.gone(before) + " → " + marks.come(now)
                : texts.passage(before, now);
        return "%-14s %s".formatted(name, what);
    }
}
