package dev.parable.templates;

import dev.parable.domain.Cast;
import dev.parable.domain.Keyed;
import dev.parable.domain.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what was said into paragraphs: quoted with tags, or reported without quotation marks. */
final class Dialogue {

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.{2,110}?[.?!])\\s+(?=[\\p{Lu}\"\u201c])");
    private static final Pattern FIRST_CLAUSE = Pattern.compile("^(.{12,60}?),\\s+(?=\\p{Ll})");

    private static final Pattern CLOSES_ON_WORD = Pattern.compile("(?s).*[\\p{L}\\p{N}\u2019]");

    private static final int MOST_REPORTED_TOGETHER = 3;

    private final Worder worder;
    private final long key;
    private final boolean inverted;
    private final boolean reported;
    private @Nullable Role last;

    /**
     * @param reported whether speech is told without quotation marks, as people do aloud
     */
    Dialogue(Worder worder, boolean reported) {
        this.worder = worder;
        this.reported = reported;
        key = Keyed.key(worder.scenario().key(), "dialogue");
        inverted = Keyed.below(Keyed.key(key, "inverted"), 3) == 0;
    }

    /** The paragraphs of a passage; each line is worded when its turn comes, so that tags and names come in order. */
    List<String> paragraphs(Passage passage) {
        var turns = new Turns(Keyed.key(key, passage.id()));
        passage.lines().forEach(line -> {
            if (line.speaker() != null) {
                turns.speakers.add(line.speaker());
                turns.spoken++;
            }
        });
        worder.begin(passage);
        for (Line line : passage.lines()) {
            add(worder.word(line), turns);
        }
        return turns.paragraphs;
    }

    /** The paragraphs of what was said. */
    List<String> paragraphs(List<Said> said, String passageId) {
        var turns = new Turns(Keyed.key(key, passageId));
        said.forEach(s -> {
            if (s instanceof Said.Spoken spoken) {
                turns.speakers.add(spoken.speaker());
                turns.spoken++;
            }
        });
        said.forEach(s -> add(s, turns));
        return turns.paragraphs;
    }

    /** The state of a passage's talk. */
    private static final class Turns {

        private final List<String> paragraphs = new ArrayList<>();
        private final Set<Role> tagged = EnumSet.noneOf(Role.class);
        private final Set<Role> speakers = EnumSet.noneOf(Role.class);
        private final long key;
        private @Nullable Role previous;
        private int untagged;
        private int line;
        private int spoken;

        Turns(long key) {
            this.key = key;
        }
    }

    private void add(Said said, Turns turns) {
        long lineKey = Keyed.key(turns.key, turns.line++);
        switch (said) {
            case Said.Narrated narrated -> {
                turns.paragraphs.add(narrated.text());
                turns.previous = null;
                last = null;
            }
            case Said.Spoken spoken -> {
                Role speaker = spoken.speaker();
                boolean obvious = turns.previous != null
                        && turns.previous != speaker
                        && turns.speakers.size() == 2
                        && turns.tagged.contains(speaker)
                        && turns.untagged < 2
                        && spoken.stage().isEmpty();
                if (reported) {
                    report(turns, spoken, lineKey);
                } else if (obvious) {
                    turns.paragraphs.add("\u201c" + spoken.text() + "\u201d");
                    turns.untagged++;
                } else {
                    turns.paragraphs.add(quote(spoken, turns.tagged, lineKey));
                    turns.untagged = 0;
                }
                turns.tagged.add(speaker);
                turns.previous = speaker;
                last = speaker;
            }
        }
    }

    private String quote(Said.Spoken spoken, Set<Role> tagged, long lineKey) {
        String text = spoken.text();
        Matcher sentence = FIRST_SENTENCE.matcher(text);
        Matcher clause = FIRST_CLAUSE.matcher(text);
        int style = Keyed.below(lineKey, 10);
        if (sentence.find() && style < 7 && isWhole(sentence.group(1))) {
            String tag = tag(spoken, tagged, sentence.group(1));
            return "\u201c" + closed(sentence.group(1)) + "\u201d " + tag + ". \u201c" + text.substring(sentence.end())
                    + "\u201d";
        }
        if (clause.find() && style < 5 && isWhole(clause.group(1))) {
            String tag = tag(spoken, tagged, "");
            return "\u201c" + clause.group(1) + ",\u201d " + tag + ", \u201c" + text.substring(clause.end()) + "\u201d";
        }
        String first = text;
        return "\u201c" + closed(first) + "\u201d " + tag(spoken, tagged, first) + ".";
    }

    /** Whether it breaks off in the middle of nothing that is set in italics. */
    private static boolean isWhole(String part) {
        return part.chars().filter(c -> c == '*').count() % 2 == 0;
    }

    /** A sentence as it stands before a tag: its full stop becomes a comma. */
    private static String closed(String sentence) {
        if (CLOSES_ON_WORD
                .matcher(sentence.substring(Math.max(0, sentence.length() - 2)))
                .matches()) {
            return sentence + ",";
        }
        return sentence.endsWith(".") && !sentence.endsWith("..")
                ? sentence.substring(0, sentence.length() - 1) + ","
                : sentence;
    }

    private String tag(Said.Spoken spoken, Set<Role> tagged, String before) {
        Role speaker = spoken.speaker();
        String verb = speaker == last ? "went on" : before.endsWith("?") ? "asked" : "said";
        String stage = spoken.stage().isEmpty() ? "" : ", " + spoken.stage();
        Discourse discourse = worder.discourse();
        if (speaker == discourse.teller()) {
            return "I " + verb + stage;
        }
        if (!discourse.knows(speaker)) {
            return verb + " " + discourse.subject(speaker).replaceAll(",$", "") + stage;
        }
        if (tagged.contains(speaker) && !discourse.ambiguous(speaker)) {
            return discourse.pronoun(speaker, "they") + " " + verb + stage;
        }
        String name = discourse.subject(speaker);
        return (inverted ? verb + " " + name : name + " " + verb) + stage;
    }

    /** Two turns share a paragraph, as in talk; a longer talk has a paragraph for each. */
    private void report(Turns turns, Said.Spoken spoken, long lineKey) {
        List<String> paragraphs = turns.paragraphs;
        Discourse discourse = worder.discourse();
        String who = spoken.speaker() == discourse.teller() ? "I" : discourse.subject(spoken.speaker());
        String verb = spoken.text().indexOf('?') == spoken.text().length() - 1
                        && !spoken.text().contains(". ")
                        && Keyed.below(lineKey, 2) == 0
                ? "asked"
                : "said";
        if (spoken.speaker() == last) {
            verb = "went on";
        }
        String turn = who + " " + verb + ", " + lowered(spoken.text());
        if (turns.previous != null
                && turns.previous != spoken.speaker()
                && turns.spoken <= MOST_REPORTED_TOGETHER
                && !paragraphs.isEmpty()
                && paragraphs.getLast().length() < 260) {
            paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + " " + turn);
        } else {
            paragraphs.add(turn);
        }
    }

    private String lowered(String text) {
        String first = text.split("[^\\p{L}\\p{N}'\u2019-]", 2)[0];
        boolean keep = first.equals("I")
                || first.startsWith("I'")
                || first.startsWith("I\u2019")
                || names().anyMatch(first::equals);
        return keep || text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** Words that keep their capital: names of people, AIs and the town, and days. */
    private Stream<String> names() {
        return Stream.concat(
                        worder.scenario().cast().members().values().stream().map(Cast.Member::fullName),
                        Stream.of(
                                worder.scenario().phrases().getOrDefault("town", ""),
                                "Monday Tuesday Wednesday Thursday Friday Saturday Sunday God"))
                .flatMap(n -> Stream.of(n.split(" ", -1)));
    }
}
