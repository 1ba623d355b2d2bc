package dev.parable.templates;

import dev.parable.domain.Role;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The slots as a template sees them: parts by the discourse, phrases by nested wording. A spoken view names everybody
 * plainly, because whoever speaks is not the one who tells.
 */
final class View implements TemplateHashModel {

    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toUnmodifiableMap(Role::id, Function.identity()));

    private final Discourse discourse;
    private final Map<String, String> phrases;
    private final boolean spoken;
    private Map<String, TemplateModel> root = Map.of();

    View(Discourse discourse, Map<String, String> phrases, boolean spoken) {
        this.discourse = discourse;
        this.phrases = phrases;
        this.spoken = spoken;
    }

    /** The data model that nested phrases are worded with; set once, after both views exist. */
    void root(Map<String, TemplateModel> model) {
        root = model;
    }

    @Override
    public @Nullable TemplateModel get(String name) {
        Role role = ROLES.get(name);
        if (role != null) {
            return new Part(role);
        }
        if (name.equals("event")) {
            return new Events();
        }
        String phrase = phrases.get(name);
        if (phrase == null) {
            return null;
        }
        boolean again = discourse.again(name);
        return name.equals("house") ? new SimpleScalar(again ? brief(phrase) : phrase) : worded(phrase);
    }

    /** A house after its first mention: without its town. */
    private String brief(String house) {
        String town = phrases.getOrDefault("town", "");
        if (town.isEmpty() || !house.contains(town)) {
            return house;
        }
        String after = house.replaceFirst(
                " (?:of|at|in|outside|for|near|on|above|below|by) (?:the )?" + Pattern.quote(town) + "$", "");
        if (!after.equals(house)) {
            return after;
        }
        // "Oster and District News" is nothing without Oster.
        return house.replaceFirst("^(?:the )?" + Pattern.quote(town) + " (?!and\\b|&)", "the ");
    }

    private TemplateModel worded(String phrase) {
        return new SimpleScalar(
                phrase.indexOf('$') < 0 ? phrase : Sandbox.render(Sandbox.phrase(phrase, spoken), root));
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private final class Events implements TemplateHashModel {

        @Override
        public @Nullable TemplateModel get(String name) {
            String phrase = phrases.get("event." + name);
            return phrase == null ? null : worded(phrase);
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    private final class Part implements TemplateHashModel, TemplateScalarModel {

        private final Role role;

        Part(Role role) {
            this.role = role;
        }

        @Override
        public String getAsString() {
            return spoken ? discourse.plain(role) : discourse.subject(role);
        }

        @Override
        public TemplateModel get(String form) throws TemplateModelException {
            return new SimpleScalar(
                    switch (form) {
                        case "obj" -> spoken ? discourse.plain(role) : discourse.object(role);
                        case "poss" -> spoken ? discourse.plainPossessive(role) : discourse.possessive(role);
                        case "they", "them", "their", "theirs", "themself" ->
                            spoken ? spokenPronoun(form) : discourse.pronoun(role, form);
                        case "was", "is", "has" -> discourse.verb(role, form);
                        case "role" -> spoken ? discourse.cast(role).description() : discourse.role(role);
                        case "name" -> discourse.called(role);
                        case "full" -> discourse.cast(role).fullName();
                        default -> throw new TemplateModelException("a part has no form '" + form + "'");
                    });
        }

        private String spokenPronoun(String form) {
            Role teller = discourse.teller();
            // In somebody's speech the teller is a third person like anybody else.
            if (role == teller) {
                return form.startsWith("their") ? discourse.plainPossessive(role) : discourse.plain(role);
            }
            return form.startsWith("their") && discourse.ambiguous(role)
                    ? discourse.plainPossessive(role)
                    : discourse.ambiguous(role) ? discourse.plain(role) : discourse.pronoun(role, form);
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
