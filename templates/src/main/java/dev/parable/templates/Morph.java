package dev.parable.templates;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small morphology: possessives, articles, capitals, and the punctuation that joining pieces leaves behind. */
final class Morph {

    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa])\\(n\\) (\\S+)");
    /** Authors cannot see which alternative will follow their "a". */
    private static final Pattern BEFORE_VOWEL =
            Pattern.compile("(?<!\\p{L})([Aa]) (?!(?:is|in|on|are|as|at|and|or|of|if|it|all|any)\\b)([aeiou]\\p{Ll}+)");

    private static final Pattern NO_WORD = Pattern.compile("^[^\\p{L}\\p{N}]+");
    private static final Pattern AFTER_WORD = Pattern.compile("[^\\p{L}\\p{N}].*");

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern BLANK_BEFORE_STOP = Pattern.compile("\\s+([.,;:?!])");
    private static final Pattern DOUBLE_THE = Pattern.compile("\\b([Tt])he the\\b");
    private static final Pattern COMMA_BEFORE_DASH = Pattern.compile(",\\s+\u2013");
    private static final Pattern STRAY_COMMA = Pattern.compile(",\\s*([.,;:?!)])");
    private static final Pattern SENTENCE_START = Pattern.compile(
            "(^|[.?!][)\\u201d]?\\s+|[.?!]\\u201d\\s+\\u201c|^\\u201c|[.:,?!]\\s+\\u201c|^\\()(\\p{Ll})");
    private static final Set<String> SILENT_H = Set.of("hour", "hours", "hourly", "honest", "honour", "heir");
    private static final Pattern CONSONANT_SOUND =
            Pattern.compile("(?i)(uni(?![dmn])|unan|use|usual|usu|eu|one\\b|once|ewe|u\\b|ut[ie]|ura).*");

    /** "I" and "my" as a slot emits them: authors cannot see whether a name would have been an object or stood alone. */
    static final String TELLER_SUBJECT = "\ue000";

    static final String TELLER_POSSESSIVE = "\ue001";

    private static final char SUBJECT = '\ue000';
    private static final char POSSESSIVE = '\ue001';
    private static final List<String> TAGS = List.of("said", "asked", "answered", "thought", "wrote", "went on");

    private static final Pattern AS_OBJECT = Pattern.compile(
            "\ue000(?=\\s+(?:and|for|to|in|on|at|with|by|from|of|about|before|after|alone|into|under|out|off|up|down|there|through|over|a|an|the|twice|again|what|how|why|whether)\\b|[.;:?!)\u2014\u2013]|$)(?<=\\p{L}\\s\ue000)(?<!\\b(?:do|did|does|had|has|was|am|is|were|could|would|have|can|will|should|might|must|than|as|and|or|nor|but|said|asked|that|when|if|which|who|what|where|then|so|because|while|until|before|after|since|whom)\\s\ue000)");
    private static final Pattern AFTER_PREPOSITION = Pattern.compile(
            "\\b(to|for|with|from|of|by|at|on|about|upon|against|beside|behind|towards|near|like|past|between|under|over|told|asked|gave|[Ll]et|made|stop|stopped|shadowed|showed|left|heard|wanted|called|put|kept|helped|thanked|watched|trusted|replaced|switched|turned) \ue000(?! (?:had|was|did|could|would|might|should|have|am|said|thought|knew|saw|made|took|gave|kept|found|went|came|wrote|heard|put|set|began|told|asked|needed|wanted|called|used|spoke|held|\\p{L}+ed|never|also|only|still|then|now|always|once|already|just)\\b)");
    /** Before a comma a name is mostly a subject with something put in; after these verbs it is not. */
    private static final Pattern BEFORE_COMMA = Pattern.compile(
            "\ue000(?=,)(?<=\\b(?:\\p{L}{2,12}ed|saw|found|met|brought|sent|took|cost|beat|paid|taught|knew|led|caught|was|is|were|been|be)\\s\ue000)");

    private static final Pattern COPULA = Pattern.compile("\\b(was|is|were|been|be) \ue000(?=[.;])");
    /** "said I", as a name after a speech would have it. */
    private static final Pattern AS_TAG =
            Pattern.compile("(?<=\u201d )(said|asked|answered|thought|wrote|went on) \ue000");
    /** A quotation mark inside another's; not the apostrophe of 'em and 'tis. */
    private static final Pattern INNER_QUOTE = Pattern.compile(
            "'(?=\\p{L})(?<=(?:^|[\\s\u201c(\u2014])')(?!(?:em|tis|twas|til|cause|bout)\\b)(?=[^'\n]*[\\p{L}.,?!]'(?!\\p{L}))");

    /** Who tells comes last: "Dolores and I", unless an introduction follows the name. */
    private static final Pattern AND_TELLER = Pattern.compile("\ue000 and (\\p{Lu}[\\p{L}\u2019'-]*)(?= \\p{Ll})");

    private static final Pattern ALONE =
            Pattern.compile("\ue001(?=[.,;:?!)]|$| (?:and|was|were|to|that|alone|in|on|at)\\b)");

    private Morph() {}

    /** The teller's "I", "me", "my" and "mine" by where they stand. */
    private static String teller(String text) {
        if (text.indexOf('\ue000') < 0 && text.indexOf('\ue001') < 0) {
            return text;
        }
        String worded = followsAny(text, TAGS) ? AS_TAG.matcher(text).replaceAll(TELLER_SUBJECT + " $1") : text;
        if (worded.contains("\ue000,")) {
            worded = replaceAt(BEFORE_COMMA, worded, SUBJECT, "me");
        }
        if (worded.contains("\ue000.") || worded.contains("\ue000;")) {
            worded = COPULA.matcher(worded).replaceAll("$1 me");
        }
        worded = afterPrepositions(worded);
        if (worded.contains("\ue000 and ")) {
            worded = AND_TELLER.matcher(worded).replaceAll("$1 and \ue000");
        }
        worded = replaceAt(AS_OBJECT, worded, SUBJECT, "me");
        return replaceAt(ALONE, worded, POSSESSIVE, "mine")
                .replace(TELLER_SUBJECT + " has ", "I have ")
                .replace(TELLER_SUBJECT + " is ", "I am ")
                .replace(TELLER_SUBJECT, "I")
                .replace(TELLER_POSSESSIVE, "my");
    }

    /** Whether a mark of the teller stands right after one of these words and a blank. */
    private static boolean followsAny(String text, List<String> words) {
        for (int at = text.indexOf(SUBJECT); at >= 0; at = text.indexOf(SUBJECT, at + 1)) {
            if (at > 0 && text.charAt(at - 1) == ' ') {
                for (String word : words) {
                    if (text.startsWith(word, at - 1 - word.length())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Every match of a pattern that begins with the mark, replaced; the places between marks are not tried. */
    private static String replaceAt(Pattern pattern, String text, char mark, String by) {
        int at = text.indexOf(mark);
        if (at < 0) {
            return text;
        }
        Matcher matcher = unbounded(pattern, text);
        var out = new StringBuilder(text.length());
        int copied = 0;
        for (; at >= 0; at = text.indexOf(mark, at + 1)) {
            if (matcher.region(at, text.length()).lookingAt()) {
                out.append(text, copied, at).append(by);
                copied = matcher.end();
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** "me" after a preposition or a verb; only the words right before marks are tried. */
    private static String afterPrepositions(String text) {
        Matcher matcher = unbounded(AFTER_PREPOSITION, text);
        var out = new StringBuilder(text.length());
        int copied = 0;
        for (int at = text.indexOf(SUBJECT); at >= 0; at = text.indexOf(SUBJECT, at + 1)) {
            int word = at - 1;
            while (word > 0 && isAsciiLetter(text.charAt(word - 1))) {
                word--;
            }
            if (word >= 0 && matcher.region(word, text.length()).lookingAt()) {
                out.append(text, copied, at).append("me");
                copied = at + 1;
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** A matcher whose regions do not hide what is around them. */
    private static Matcher unbounded(Pattern pattern, String text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** "Dolores's", "the Registrar's", "the others'". */
    static String possessive(String name) {
        return name + "\u2019s";
    }

    /** "a" or "an", for the word that follows. */
    static String article(String next) {
        String word = NO_WORD.matcher(next).replaceFirst("").toLowerCase(Locale.ROOT);
        String bare = AFTER_WORD.matcher(word).replaceFirst("");
        if (SILENT_H.contains(bare) || bare.startsWith("8") || bare.equals("11") || bare.equals("18")) {
            return "an";
        }
        boolean vowel = !word.isEmpty() && "aeiou\u00e1\u00e9\u00ed\u00f3\u00fa".indexOf(word.charAt(0)) >= 0;
        return vowel && !CONSONANT_SOUND.matcher(word).matches() ? "an" : "a";
    }

    /** A paragraph, made fit to print. Patterns are tried only where what they cannot match without is in the text. */
    static String tidy(String paragraph) {
        String text = paragraph.strip();
        if (text.indexOf('\t') >= 0 || text.contains("  ")) {
            text = BLANKS.matcher(text).replaceAll(" ");
        }
        text = teller(text);
        if (text.indexOf('\'') >= 0) {
            text = INNER_QUOTE.matcher(text).replaceAll("\u2018").replace('\'', '\u2019');
        }
        if (hasLooseStop(text)) {
            text = STRAY_COMMA.matcher(text).replaceAll("$1");
            text = BLANK_BEFORE_STOP.matcher(text).replaceAll("$1");
        }
        if (text.contains(",\u201d")) {
            text = text.replace(",\u201d,", ",\u201d")
                    .replace("?,\u201d", "?\u201d")
                    .replace("!,\u201d", "!\u201d");
        }
        if (text.contains("he the")) {
            text = DOUBLE_THE.matcher(text).replaceAll("$1he");
        }
        if (text.indexOf('\u2013') >= 0) {
            text = COMMA_BEFORE_DASH.matcher(text).replaceAll(" \u2013");
        }
        if (text.contains("(n) ")) {
            text = ARTICLE.matcher(text)
                    .replaceAll(m -> Matcher.quoteReplacement(
                            (m.group(1).equals("A") ? capital(article(m.group(2))) : article(m.group(2)))
                                    + " "
                                    + m.group(2)));
        }
        if (hasVowelAfterA(text)) {
            text = BEFORE_VOWEL
                    .matcher(text)
                    .replaceAll(m -> m.group(1) + (article(m.group(2)).equals("an") ? "n " : " ") + m.group(2));
        }
        return sentences(text);
    }

    /** Whether a stop or a bracket stands after a comma or after white space. */
    private static boolean hasLooseStop(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == ',' || c == ';' || c == ':' || c == '?' || c == '!' || c == ')') {
                char before = text.charAt(i - 1);
                if (before == ',' || isBlank(before)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasVowelAfterA(String text) {
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            if (at > 0 && at + 1 < text.length()) {
                char a = text.charAt(at - 1);
                char next = text.charAt(at + 1);
                if ((a == 'a' || a == 'A')
                        && (next == 'a' || next == 'e' || next == 'i' || next == 'o' || next == 'u')
                        && (at == 1 || !isAsciiLetter(text.charAt(at - 2)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** White space as {@code \\s} has it. */
    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Capitals where sentences start; not after a question or exclamation that a speech tag completes. */
    private static String sentences(String text) {
        Matcher start = unbounded(SENTENCE_START, text);
        var out = new StringBuilder(text.length());
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            if ((at > 0 && !isStop(text, at))
                    || !start.region(at, text.length()).lookingAt()) {
                at++;
                continue;
            }
            String before = start.group(1);
            boolean ellipsis = at > 0 && before.startsWith(".") && text.charAt(at - 1) == '.';
            String letter = start.group(2);
            out.append(text, copied, at).append(before).append(ellipsis || isTag(before) ? letter : capital(letter));
            at = start.end();
            copied = at;
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Whether a sentence can start after this character. */
    private static boolean isStop(String text, int at) {
        char c = text.charAt(at);
        return c == '.' || c == '?' || c == '!' || ((c == ',' || c == ':') && isBlankAt(text, at + 1));
    }

    private static boolean isBlankAt(String text, int at) {
        return at < text.length() && isBlank(text.charAt(at));
    }

    /** Whether a tag follows: after a speech that ends on "?" or "!", or goes on after a comma. */
    private static boolean isTag(String before) {
        return before.startsWith(",")
                || ((before.startsWith("?\u201d") || before.startsWith("!\u201d")) && !before.endsWith("\u201c"));
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
