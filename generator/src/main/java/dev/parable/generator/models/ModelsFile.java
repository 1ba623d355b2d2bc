package dev.parable.generator.models;

import dev.parable.archetypes.Fields;
import dev.parable.archetypes.Keys;
import dev.parable.archetypes.Problem;
import dev.parable.archetypes.Problems;
import dev.parable.archetypes.Report;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.quality.Criterion;
import dev.parable.templates.Sibling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code models.yaml}. Every problem is found in one reading, each with its line and column. */
public final class ModelsFile {

    private static final String NAME = "the name of a model";
    private static final Map<String, Sibling> SIBLINGS = Arrays.stream(Sibling.values())
            .collect(Collectors.toMap(Sibling::id, s -> s, (a, b) -> a, LinkedHashMap::new));

    private static final Keys FILE = new Keys("file")
            .must("models", "a mapping of models by names of your own")
            .must("roles", "a mapping {writer, critic, judges}")
            .may("chain", "a mapping {outlines, critique, rewrite, siblings, counterfactual}");
    private static final Keys ROLES = Keys.of("roles")
            .must("writer", "the name of a model, or names with weights, such as {first: 7, second: 3}")
            .may("critic", NAME)
            .may("judges", "a mapping {behaviour, contract, subtext, craft}");
    private static final Keys JUDGES = Keys.of("judges")
            .may("behaviour", NAME)
            .may("contract", NAME)
            .may("subtext", NAME)
            .may("craft", NAME);
    private static final Keys CHAIN = new Keys("chain")
            .may("outlines", "0, or a number from 2")
            .may("critique", "true or false")
            .may("rewrite", "true or false")
            .may("siblings", "a list of " + String.join(", ", SIBLINGS.keySet()))
            .may("counterfactual", "true or false");

    private final Report report;
    private final Predicate<String> isSet;

    private ModelsFile(Report report, Predicate<String> isSet) {
        this.report = report;
        this.isSet = isSet;
    }

    /**
     * Reads a file.
     *
     * @param isSet whether an environment variable has a value; asked for the keys of models that have a role
     * @throws IllegalArgumentException when it cannot be used; the message has every problem, one a line
     */
    public static Models read(Path file, Predicate<String> isSet) {
        try {
            return parse(file.toString(), Files.readAllBytes(file), isSet);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s cannot be read: %s; name another with --models, or give --model PROTOCOL:NAME"
                            .formatted(file, Files.exists(file) ? e.getMessage() : "there is no such file"),
                    e);
        }
    }

    static Models parse(String name, byte[] yaml, Predicate<String> isSet) {
        var report = new Report(name);
        var read = new ArrayList<Models>();
        report.upToMost(() -> {
            Models models = new ModelsFile(report, isSet).read(yaml);
            if (models != null) {
                read.add(models);
            }
        });
        Problems problems = report.found();
        if (problems.hasErrors() || read.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        Models models = read.getFirst();
        return new Models(
                models.models(),
                models.roles(),
                models.chain(),
                problems.warnings().stream().map(Problem::toString).toList());
    }

    private @Nullable Models read(byte[] yaml) {
        Fields file = Fields.read(yaml, FILE, report);
        if (file == null) {
            return null;
        }
        Map<String, Fields> entries = file.named("models", ModelReader.KEYS);
        var models = new LinkedHashMap<String, ModelSettings>();
        entries.forEach((name, fields) -> {
            ModelSettings settings = new ModelReader(name, fields).read();
            if (settings != null) {
                models.put(name, settings);
            }
        });
        Fields at = file.mapping("roles", ROLES);
        Roles roles = at == null ? null : roles(at, entries.keySet());
        ChainSettings chain = file.has("chain") ? chain(file.mapping("chain", CHAIN), roles) : ChainSettings.DRAFT;
        if (at == null || roles == null || report.found().hasErrors()) {
            keysOf(roles, models, entries);
            return null;
        }
        keysOf(roles, models, entries);
        warnOfOneModelInTwoRoles(at, roles, models);
        warnOfIdleModels(file, roles, entries);
        return report.found().hasErrors() ? null : new Models(models, roles, chain, List.of());
    }

    private @Nullable Roles roles(Fields at, Set<String> names) {
        var writer = new LinkedHashMap<String, Integer>();
        if (at.isMapping("writer")) {
            writer.putAll(at.weights("writer"));
            for (String name : writer.keySet()) {
                known(at, "writer", name, names);
            }
        } else if (at.has("writer")) {
            String name = at.text("writer");
            if (known(at, "writer", name, names)) {
                writer.put(name, 1);
            }
        }
        String critic = at.has("critic") ? at.text("critic") : "";
        known(at, "critic", critic, names);
        var judges = new EnumMap<Criterion, String>(Criterion.class);
        Fields panel = at.has("judges") ? at.mapping("judges", JUDGES) : null;
        if (panel != null) {
            for (Criterion judge : Criterion.values()) {
                String name = panel.has(judge.id()) ? panel.text(judge.id()) : "";
                if (known(panel, judge.id(), name, names)) {
                    judges.put(judge, name);
                }
            }
        }
        return writer.isEmpty() ? null : new Roles(writer, critic.isEmpty() ? null : critic, judges);
    }

    /** Whether there is such a model; that there is none is reported, unless nothing is named. */
    private static boolean known(Fields fields, String key, String name, Set<String> names) {
        if (name.isEmpty() || names.contains(name)) {
            return !name.isEmpty();
        }
        fields.unknown(key, name, "model", names);
        return false;
    }

    private static ChainSettings chain(@Nullable Fields at, @Nullable Roles roles) {
        if (at == null) {
            return ChainSettings.DRAFT;
        }
        int outlines = at.has("outlines") ? at.whole("outlines", 0, 20, 0) : 0;
        if (outlines == 1) {
            at.error("outlines", "a single outline leaves nothing to choose from", "0, or a number from 2", "");
            outlines = 0;
        }
        boolean critique = at.has("critique") && at.truth("critique", false);
        boolean rewrite = at.has("rewrite") && at.truth("rewrite", false);
        boolean counterfactual = at.has("counterfactual") && at.truth("counterfactual", false);
        var siblings = new LinkedHashSet<Sibling>();
        for (String id : at.has("siblings") ? at.texts("siblings") : List.<String>of()) {
            Sibling sibling = SIBLINGS.get(id);
            if (sibling != null) {
                siblings.add(sibling);
            } else {
                at.unknown("siblings", id, "document", SIBLINGS.keySet());
            }
        }
        if (critique && roles != null && roles.critic() == null) {
            at.error("critique", "a critique is asked for, and no critic is named", "", "name one under 'roles'");
        }
        if (rewrite && !critique) {
            at.error("rewrite", "a rewrite goes by a critique, and none is asked for", "", "add 'critique: true'");
        }
        return new ChainSettings(outlines, critique, rewrite, List.copyOf(siblings), counterfactual);
    }

    private void keysOf(@Nullable Roles roles, Map<String, ModelSettings> models, Map<String, Fields> entries) {
        if (roles == null) {
            return;
        }
        for (String name : roles.asked()) {
            ModelSettings settings = models.get(name);
            Fields fields = entries.get(name);
            if (settings != null && fields != null && !settings.apiKeyVariable().isEmpty()) {
                String variable = settings.apiKeyVariable();
                if (!isSet.test(variable)) {
                    fields.error(
                            "key",
                            "the environment variable %s, which should hold the key of the model '%s', is not set"
                                    .formatted(variable, name),
                            "",
                            "set it, or leave 'key' out if the server asks for none");
                }
            }
        }
    }

    private static void warnOfOneModelInTwoRoles(Fields at, Roles roles, Map<String, ModelSettings> models) {
        Set<String> writers = served(roles.writer().keySet(), models);
        Set<String> critic = served(roles.critic() == null ? Set.of() : Set.of(roles.critic()), models);
        String judge = roles.judges().get(Criterion.BEHAVIOUR);
        Set<String> behaviour = served(judge == null ? Set.of() : Set.of(judge), models);
        warn(at, "critic", "writer and critic are", writers, critic);
        warn(at, "judges", "critic and behaviour judge are", critic, behaviour);
        warn(at, "judges", "writer and behaviour judge are", writers, behaviour);
    }

    private static void warn(Fields at, String key, String who, Set<String> these, Set<String> those) {
        for (String model : these) {
            if (those.contains(model)) {
                at.warning(
                        key,
                        "%s the same model, %s".formatted(who, model),
                        "",
                        "models are kind to their own; name another");
            }
        }
    }

    /** The servers' names of the models, since one model may be here by two names. */
    private static Set<String> served(Set<String> names, Map<String, ModelSettings> models) {
        var served = new LinkedHashSet<String>();
        for (String name : names) {
            ModelSettings settings = models.get(name);
            if (settings != null) {
                served.add(settings.modelName().toLowerCase(Locale.ROOT));
            }
        }
        return served;
    }

    private static void warnOfIdleModels(Fields file, Roles roles, Map<String, Fields> entries) {
        List<String> idle = entries.keySet().stream()
                .filter(name -> !roles.asked().contains(name))
                .toList();
        if (!idle.isEmpty()) {
            file.warning(
                    "models", "no role names " + String.join(", ", idle), "", "name it under 'roles', or leave it");
        }
    }
}
