package dev.parable.templates;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small morphology: possessives, articles, capitals, and the punctuation that joining pieces leaves behind. */
final class Morph {

    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa])\\(n\\) (\\S+)");
    /** Authors cannot see which alternative will follow their "a". */
    private static final Pattern BEFORE_VOWEL =
            Pattern.compile("\\b([Aa]) (?!(?:is|in|on|are|as|at|and|or|of|if|it|all|any)\\b)([aeiou]\\p{Ll}+)");

    private static final Pattern STRAY_COMMA = Pattern.compile(",\\s*([.,;:?!)])");
    private static final Pattern SENTENCE_START = Pattern.compile(
            "(^|[.?!][)\\u201d]?\\s+|[.?!]\\u201d\\s+\\u201c|^\\u201c|[.:,?!]\\s+\\u201c|^\\()(\\p{Ll})");
    private static final Set<String> SILENT_H = Set.of("hour", "hours", "hourly", "honest", "honour", "heir");
    private static final Pattern CONSONANT_SOUND =
            Pattern.compile("(?i)(uni(?![dmn])|unan|use|usual|usu|eu|one\\b|once|ewe|u\\b|ut[ie]|ura).*");

    /** "I" and "my" as a slot emits them: authors cannot see whether a name would have been an object or stood alone. */
    static final String TELLER_SUBJECT = "\ue000";

    static final String TELLER_POSSESSIVE = "\ue001";

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
        String worded = AS_TAG.matcher(text).replaceAll(TELLER_SUBJECT + " $1");
        worded = BEFORE_COMMA.matcher(worded).replaceAll("me");
        worded = COPULA.matcher(worded).replaceAll("$1 me");
        worded = AFTER_PREPOSITION.matcher(worded).replaceAll("$1 me");
        worded = AND_TELLER.matcher(worded).replaceAll("$1 and \ue000");
        worded = AS_OBJECT.matcher(worded).replaceAll("me");
        return ALONE.matcher(worded)
                .replaceAll("mine")
                .replace(TELLER_SUBJECT + " has ", "I have ")
                .replace(TELLER_SUBJECT + " is ", "I am ")
                .replace(TELLER_SUBJECT, "I")
                .replace(TELLER_POSSESSIVE, "my");
    }

    /** "Dolores's", "the Registrar's", "the others'". */
    static String possessive(String name) {
        return name + "\u2019s";
    }

    /** "a" or "an", for the word that follows. */
    static String article(String next) {
        String word = next.replaceAll("^[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
        String bare = word.replaceAll("[^\\p{L}\\p{N}].*", "");
        if (SILENT_H.contains(bare) || bare.startsWith("8") || bare.equals("11") || bare.equals("18")) {
            return "an";
        }
        boolean vowel = !word.isEmpty() && "aeiou\u00e1\u00e9\u00ed\u00f3\u00fa".indexOf(word.charAt(0)) >= 0;
        return vowel && !CONSONANT_SOUND.matcher(word).matches() ? "an" : "a";
    }

    /** A paragraph, made fit to print. */
    static String tidy(String paragraph) {
        String text = teller(paragraph.strip().replaceAll("[ \\t]+", " "));
        text = INNER_QUOTE.matcher(text).replaceAll("\u2018").replace('\'', '\u2019');
        text = STRAY_COMMA.matcher(text).replaceAll("$1");
        text = text.replaceAll("\\s+([.,;:?!])", "$1")
                .replace(",\u201d,", ",\u201d")
                .replaceAll("([?!]),\u201d", "$1\u201d")
                .replaceAll("\\b([Tt])he the\\b", "$1he")
                .replaceAll(",\\s+\u2013", " \u2013");
        Matcher article = ARTICLE.matcher(text);
        text = article.replaceAll(m -> Matcher.quoteReplacement(
                (m.group(1).equals("A") ? capital(article(m.group(2))) : article(m.group(2))) + " " + m.group(2)));
        text = BEFORE_VOWEL
                .matcher(text)
                .replaceAll(m -> m.group(1) + (article(m.group(2)).equals("an") ? "n " : " ") + m.group(2));
        return sentences(text);
    }

    /** Capitals where sentences start; not after a question or exclamation that a speech tag completes. */
    private static String sentences(String text) {
        Matcher start = SENTENCE_START.matcher(text);
        var out = new StringBuilder();
        while (start.find()) {
            String before = start.group(1);
            boolean tag = before.matches("[?!]\\u201d\\s+") || before.matches("[,]\\s+\\u201c");
            boolean ellipsis = start.start() > 0 && before.startsWith(".") && text.charAt(start.start() - 1) == '.';
            start.appendReplacement(
                    out,
                    Matcher.quoteReplacement(before + (tag || ellipsis ? start.group(2) : capital(start.group(2)))));
        }
        start.appendTail(out);
        return out.toString();
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
