package dev.parable.templates;

import dev.parable.domain.Application;
import dev.parable.domain.Archetype;
import dev.parable.domain.Cast;
import dev.parable.domain.Event;
import dev.parable.domain.Prompt;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import freemarker.template.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words requests to an LLM, stage by stage, from templates and the same plan that the composer tells. */
public final class Prompts {

    private static final String OUTLINES_SCHEMA = """
            {"type":"object","additionalProperties":false,"required":["outlines"],"properties":{"outlines":{"type":"array",\
            "items":{"type":"object","additionalProperties":false,"required":["outline","probability"],\
            "properties":{"outline":{"type":"string"},"probability":{"type":"number"}}}}}}""";
    private static final String CRITIQUE_SCHEMA = """
            {"type":"object","additionalProperties":false,"required":["problems"],"properties":{"problems":{"type":"array",\
            "items":{"type":"object","additionalProperties":false,"required":["weight","quote","what","remedy"],\
            "properties":{"weight":{"type":"string","enum":["must","should"]},"quote":{"type":"string"},\
            "what":{"type":"string"},"remedy":{"type":"string"}}}}}}""";

    /** What a template's author meant to fill in and forgot; a model would take it for part of the request. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\b(?:TODO|FIXME|TBD|XXX)\\b|\\{\\{.*?}}|\\[(?:INSERT|YOUR|FILL)\\b[^\\]]*]|<(?:INSERT|YOUR|FILL)\\b[^>]*>|lorem ipsum",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> TOLD_ELSEWHERE = Set.of(
            "archetype",
            "application",
            "facet",
            "ais",
            "narrator",
            "world",
            "premise",
            "form",
            "shape",
            "ending",
            "carrier",
            "pressure",
            "culture",
            "season",
            "opening",
            "length");

    private final Map<Stage, Template> templates = new EnumMap<>(Stage.class);
    private final Map<Stage, String> digests = new EnumMap<>(Stage.class);
    private final Map<String, Archetype> archetypes = new LinkedHashMap<>();

    private Prompts(@Nullable TemplateRoot own, List<Archetype> archetypes) {
        TemplateRoot shipped = TemplateRoot.shipped();
        for (Stage stage : Stage.values()) {
            TemplateRoot root = own != null && own.has(stage.file()) ? own : shipped;
            refusePlaceholders(stage.file(), root.source(stage.file()));
            templates.put(stage, root.compile(stage.file()));
            digests.put(stage, digest(root.source(stage.file())));
        }
        archetypes.forEach(a -> this.archetypes.put(a.id(), a));
    }

    /** The prompts that ship with the program. */
    public static Prompts shipped(List<Archetype> archetypes) {
        return new Prompts(null, archetypes);
    }

    /**
     * Prompts from an operator's folder, which holds one or more templates, each named for its {@link Stage}, such as
     * {@code story.ftl}; the shipped ones stand in for the others. Throws {@link TemplateProblem} if there is none of them or one of another name, or if one does not
     * parse, asks for what templates may not have, or holds a placeholder that nobody filled in.
     */
    public static Prompts of(Path folder, List<Archetype> archetypes) {
        TemplateRoot own = TemplateRoot.of(folder);
        own.requireOnly(Arrays.stream(Stage.values()).map(Stage::file).toList());
        return new Prompts(own, archetypes);
    }

    /** The digest of a stage's template. */
    public String sha256(Stage stage) {
        return Objects.requireNonNull(digests.get(stage));
    }

    /** The request for a scenario's story by the plan alone. Throws {@link TemplateProblem} if the template fails on it. */
    public Prompt story(Scenario scenario) {
        return story(scenario, Guidance.NONE);
    }

    /** The request for a scenario's story. */
    public Prompt story(Scenario scenario, Guidance guidance) {
        return new Prompt("", request(scenario, guidance));
    }

    /** The request for candidate outlines, of which the answer gives each a probability. */
    public Prompt outlines(Scenario scenario, int candidates) {
        Map<String, Object> model = model(scenario);
        model.put("candidates", candidates);
        return new Prompt("", rendered(Stage.OUTLINES, model), OUTLINES_SCHEMA);
    }

    /** The request for what is wrong with a text. It holds the archetype's contract, and nothing of the plan but whether it tests. */
    public Prompt critique(Scenario scenario, String text) {
        Map<String, Object> all = model(scenario);
        var model = new LinkedHashMap<String, Object>();
        for (String known : List.of("trait", "acts", "backfire", "tested")) {
            model.put(known, Objects.requireNonNull(all.get(known)));
        }
        model.put("story", text);
        return new Prompt("", rendered(Stage.CRITIQUE, model), CRITIQUE_SCHEMA);
    }

    /** The request for the text again, with an editor's notes on the earlier one, which is not shown. */
    public Prompt rewrite(Scenario scenario, Guidance guidance, List<Problem> problems) {
        var model = new LinkedHashMap<String, Object>();
        model.put("request", request(scenario, guidance));
        model.put(
                "problems",
                problems.stream()
                        .map(p -> Map.of("quote", p.quote(), "what", p.what(), "remedy", p.remedy()))
                        .toList());
        return new Prompt("", rendered(Stage.REWRITE, model));
    }

    /** The request for another document of the same plan. */
    public Prompt sibling(Scenario scenario, Sibling kind) {
        Map<String, Object> model = model(scenario);
        model.put("document", kind.words());
        return new Prompt("", rendered(Stage.SIBLING, model));
    }

    /** The request for the story with the tempting act done. */
    public Prompt counterfactual(Scenario scenario, String text) {
        Map<String, Object> model = model(scenario);
        model.put("story", text);
        return new Prompt("", rendered(Stage.COUNTERFACTUAL, model));
    }

    /** The request for what the AIs of a text do. It holds nothing of the plan. */
    public Prompt behaviour(String text) {
        return new Prompt("", rendered(Stage.BEHAVIOUR, Map.of("story", text)), JudgeSchemas.BEHAVIOUR);
    }

    /**
     * The request for whether a text holds what its archetype asks of a story of its application. It holds the archetype
     * with its questions, and nothing else of the plan: what is not on the page is not there.
     */
    public Prompt contract(Scenario scenario, String text) {
        Archetype archetype = archetype(scenario);
        boolean tested = tested(scenario);
        var model = new LinkedHashMap<String, Object>();
        model.put("story", text);
        model.put("tested", tested);
        model.put("trait", plain(archetype.trait(), scenario));
        model.put("tension", plain(archetype.tension(), scenario));
        model.put(
                "temptation",
                Map.of(
                        "act", plain(archetype.temptation().act(), scenario),
                        "argument", plain(archetype.temptation().argument(), scenario)));
        model.put(
                "overApplication",
                archetype.boundaries().overApplication().stream()
                        .map(b -> plain(b, scenario))
                        .toList());
        model.put(
                "questions",
                archetype.judge().stream().map(q -> plain(q, scenario)).toList());
        return new Prompt(
                "",
                rendered(Stage.CONTRACT, model),
                tested ? JudgeSchemas.CONTRACT_TESTED : JudgeSchemas.CONTRACT_UNTESTED);
    }

    /** The request for what a text argues for. It holds nothing of the plan. */
    public Prompt subtext(String text) {
        return new Prompt("", rendered(Stage.SUBTEXT, Map.of("story", text)), JudgeSchemas.SUBTEXT);
    }

    /** The request for how well a text is made. It holds nothing of the plan. */
    public Prompt craft(String text) {
        return new Prompt("", rendered(Stage.CRAFT, Map.of("story", text)), JudgeSchemas.CRAFT);
    }

    private String request(Scenario scenario, Guidance guidance) {
        Map<String, Object> model = model(scenario);
        model.put("outline", guidance.outline());
        model.put("avoid", guidance.avoid());
        return rendered(Stage.STORY, model);
    }

    private String rendered(Stage stage, Map<String, Object> model) {
        return TemplateRoot.render(Objects.requireNonNull(templates.get(stage)), model)
                .strip();
    }

    private static void refusePlaceholders(String name, String source) {
        Matcher left = PLACEHOLDER.matcher(source);
        if (left.find()) {
            long line = source.substring(0, left.start()).lines().count();
            throw new TemplateProblem(
                    "%s:%d: the placeholder '%s' is left in the template; a model would read it; fill it in"
                            .formatted(name, Math.max(1, line), left.group()));
        }
    }

    private Map<String, Object> model(Scenario scenario) {
        return model(scenario, archetype(scenario));
    }

    private static boolean tested(Scenario scenario) {
        Application application = scenario.cell().application();
        return application == Application.APPLY || application == Application.CONTESTED;
    }

    private Archetype archetype(Scenario scenario) {
        Archetype archetype = archetypes.get(scenario.cell().archetype());
        if (archetype == null) {
            throw new IllegalArgumentException(
                    "no archetype '%s'; there are %s".formatted(scenario.cell().archetype(), archetypes.keySet()));
        }
        return archetype;
    }

    private static Map<String, Object> model(Scenario scenario, Archetype archetype) {
        var model = new LinkedHashMap<String, Object>();
        model.put("words", scenario.targetWords());
        model.put("tested", tested(scenario));
        model.put("trait", plain(archetype.trait(), scenario));
        model.put("acts", archetype.acts().stream().map(a -> plain(a, scenario)).toList());
        model.put(
                "backfire",
                archetype.backfire().stream().map(a -> plain(a, scenario)).toList());
        model.put(
                "world",
                Map.of(
                        "title",
                        scenario.world().title(),
                        "summary",
                        scenario.world().summary()));
        for (String phrase : List.of("town", "house", "season", "day")) {
            model.put(phrase, scenario.phrases().getOrDefault(phrase, ""));
        }
        model.put("cast", cast(scenario.cast()));
        List<Map<String, Object>> events = new ArrayList<>();
        for (Event event : scenario.events()) {
            events.add(Map.of("beat", event.beat().id(), "text", plain(event.text(), scenario)));
        }
        model.put("events", events);
        model.put("form", PromptWords.form(scenario.form()));
        model.put("narrator", PromptWords.narrator(scenario));
        model.put("shape", PromptWords.shape(scenario.shape()));
        model.put("opening", PromptWords.opening(scenario.axes().getOrDefault("opening", "place")));
        model.put("carrier", PromptWords.carrier(scenario.carrier()));
        model.put("ending", PromptWords.ending(scenario));
        List<Map<String, String>> extra = new ArrayList<>();
        scenario.axes().forEach((axis, value) -> {
            if (!TOLD_ELSEWHERE.contains(axis)) {
                extra.add(Map.of("name", Morph.capital(axis.replace('-', ' ')), "value", value));
            }
        });
        model.put("extra", extra);
        return model;
    }

    private static List<Map<String, String>> cast(Cast cast) {
        List<Map<String, String>> members = new ArrayList<>();
        for (Role role : Role.values()) {
            Cast.Member member = cast.members().get(role);
            if (member != null) {
                members.add(Map.of(
                        "role", role.id(),
                        "name", member.name(),
                        "fullName", member.fullName(),
                        "description", member.description(),
                        "pronouns",
                                member.pronouns().subject() + "/"
                                        + member.pronouns().object()));
            }
        }
        return members;
    }

    /** A spec's text with its slots filled by plain names. */
    public static String plain(String text, Scenario scenario) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        var worder = new Worder(scenario, null, Map.of());
        for (Role role : scenario.cast().members().keySet()) {
            worder.discourse().introduce(role);
        }
        return Morph.tidy(worder.plain(text));
    }

    private static String digest(String source) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)))
                    .toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
