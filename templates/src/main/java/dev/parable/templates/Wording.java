package dev.parable.templates;

import dev.parable.domain.Role;
import freemarker.template.Template;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of authored text with slots and alternatives, compiled to a FreeMarker template on first use. A slot outside
 * quotation marks is worded by the narrator, one inside by whoever speaks; {@code [a|b]} becomes a keyed choice.
 */
final class Wording {

    private static final Pattern TOKEN = Pattern.compile("\\$\\{([^}]*)}|\\[([^\\[\\]]*\\|[^\\[\\]]*)]|\"");
    private static final Pattern SLOT = Pattern.compile("\\$\\{([^}]*)}");

    private static final Pattern PART =
            Pattern.compile(Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining("|")));
    private static final Pattern BEGINS = Pattern.compile("(?:^|[.?!]\\s+|\")$");

    private final String source;
    private final boolean spoken;
    private @Nullable volatile Template compiled;

    Wording(String source, boolean spoken) {
        this.source = source;
        this.spoken = spoken;
    }

    String source() {
        return source;
    }

    /** The compiled template. Safe for many threads; compiling twice is harmless. */
    Template template() {
        Template template = compiled;
        if (template == null) {
            template = Sandbox.compile(freemarker());
            compiled = template;
        }
        return template;
    }

    Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        Matcher slot = SLOT.matcher(source);
        while (slot.find()) {
            String head = slot.group(1).split("\\.", 2)[0];
            for (Role role : Role.values()) {
                if (role.id().equals(head)) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    /** The names of its slots that are not parts, such as {@code loss} or {@code event.act}. */
    Set<String> phrases() {
        var phrases = new TreeSet<String>();
        Matcher slot = SLOT.matcher(source);
        while (slot.find()) {
            String name = slot.group(1);
            if (Arrays.stream(Role.values()).noneMatch(r -> name.equals(r.id()) || name.startsWith(r.id() + "."))) {
                phrases.add(name);
            }
        }
        return phrases;
    }

    /**
     * The FreeMarker source: views are {@code n} (narrated) and {@code s} (spoken). A choice is the built-in {@code switch},
     * which words only what is chosen, as the directive does, but compiles in a quarter of the time: FreeMarker's lexer is
     * slow after every {@code <#}.
     */
    String freemarker() {
        var out = new StringBuilder();
        var inQuotes = new boolean[] {false};
        int[] choices = {0};
        translate(source, out, inQuotes, choices);
        return out.toString();
    }

    private void translate(String text, StringBuilder out, boolean[] inQuotes, int[] choices) {
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            out.append(text, end, token.start());
            end = token.end();
            if (token.group(1) != null) {
                out.append("${")
                        .append(spoken || inQuotes[0] ? "s." : "n.")
                        .append(token.group(1))
                        .append((spoken || inQuotes[0]) && addresses(text, token) ? ".name}" : "}");
            } else if (token.group(2) != null) {
                String[] alternatives = token.group(2).split("\\|", -1);
                out.append("${pick(")
                        .append(choices[0]++)
                        .append(", ")
                        .append(alternatives.length)
                        .append(")?switch(");
                boolean before = inQuotes[0];
                boolean after = before;
                for (int i = 0; i < alternatives.length; i++) {
                    var alternative = new StringBuilder();
                    var within = new boolean[] {before};
                    translate(alternatives[i], alternative, within, choices);
                    after = i == 0 ? within[0] : after;
                    out.append(i == 0 ? "" : ", ").append(i).append(", \"");
                    escape(alternative, out);
                    out.append('"');
                }
                inQuotes[0] = after;
                out.append(")}");
            } else {
                out.append(spoken ? quotes(inQuotes, '\u2018', '\u2019') : quotes(inQuotes, '\u201c', '\u201d'));
            }
        }
        out.append(text, end, text.length());
    }

    private static void escape(CharSequence text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
    }

    /** Whether a part is spoken to, not of: then it is called by name, even if it is who tells. */
    private static boolean addresses(String text, Matcher slot) {
        String before = text.substring(0, slot.start());
        String after = text.substring(slot.end());
        return PART.matcher(slot.group(1)).matches()
                && ((BEGINS.matcher(before).find() && after.matches("(?s), (?!(?:who|which|and|or)\\b).*"))
                        || (before.endsWith(", ") && after.matches("(?s)(?:[.?!].*)?")));
    }

    /** The next quotation mark; outside speech what they enclose is spoken, inside it they mark a word. */
    private static char quotes(boolean[] open, char opening, char closing) {
        open[0] = !open[0];
        return open[0] ? opening : closing;
    }
}
