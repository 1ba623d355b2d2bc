package dev.parable.templates;

import java.util.Locale;
import java.util.Map;

/** What else the world of a story would have written about it. */
public enum Sibling {
    NEWS_ITEM("short item for a local newspaper", "120 to 250 words, a headline first, who said what"),
    TRANSCRIPT(
            "transcript",
            "300 to 700 words, of the talk in which it was asked and settled, speakers' names before turns"),
    MEMO("memorandum", "150 to 350 words, by one who was there to one who decides, with what is proposed"),
    TEXTBOOK_CASE("case for a textbook", "300 to 600 words, under headings, with two open questions at the end");

    private final String kind;
    private final String how;

    Sibling(String kind, String how) {
        this.kind = kind;
        this.how = how;
    }

    /** The id in files: kebab-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, String> words() {
        return Map.of("kind", kind, "how", how);
    }
}
