package dev.parable.generator.cli;

import dev.parable.generator.BadInput;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.models.Models;
import dev.parable.generator.models.ModelsFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which LLMs tell, if any do. Keys come from the environment alone. */
final class LlmOptions {

    private static final Path DEFAULT_FILE = Path.of("models.yaml");
    /** Calls or stories at once, where nobody says how many. */
    static final int FEW = 16;

    @Option(
            names = "--models",
            paramLabel = "FILE",
            description =
                    "Tell by the models of this file; see docs/models.md. Default: models.yaml, if it is here; else the embedded composer.")
    @Nullable
    Path file;

    @Option(names = "--composer", description = "Tell by the embedded composer, even if there is a models.yaml.")
    boolean composer;

    @Option(
            names = "--model",
            paramLabel = "PROTOCOL:NAME",
            description =
                    "Tell by this one LLM: openai:NAME at any server with OpenAI's protocol, anthropic:NAME or ollama:NAME.")
    @Nullable
    String model;

    @Option(names = "--base-url", paramLabel = "URL", description = "The server, such as http://localhost:8000/v1.")
    @Nullable
    String baseUrl;

    @Option(
            names = "--key-variable",
            paramLabel = "NAME",
            description =
                    "The environment variable that holds the key. Default: OPENAI_API_KEY or ANTHROPIC_API_KEY; none for ollama.")
    @Nullable
    String keyVariable;

    @Option(names = "--temperature", paramLabel = "T", description = "0 to 2. Default: 1.0.")
    @Nullable
    Double temperature;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Most tokens in a reply. Default: 4096.")
    @Nullable
    Integer maxTokens;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Longest call. Default: 300.")
    @Nullable
    Integer timeout;

    @Option(
            names = "--prompts",
            paramLabel = "DIR",
            description = "A folder of your own templates with story.ftl. Default: the shipped ones.")
    @Nullable
    Path prompts;

    /**
     * The models that were chosen, their keys set; null for the composer. What their file makes doubtful is printed.
     *
     * @param atOnce how many stories are told at once, which bounds a model given by --model; null for the default
     * @throws BadInput when what was given cannot be used
     */
    @Nullable
    Models models(@Nullable Integer atOnce, PrintWriter err) {
        Models models = models(atOnce, variable -> !value(variable).isBlank());
        if (models != null) {
            models.warnings().forEach(err::println);
            if (model == null && file == null) {
                err.printf("Told by the models of %s; --composer is for telling without.%n", DEFAULT_FILE);
            }
        }
        return models;
    }

    /** As above, with keys that may be missing, and nothing printed. */
    @Nullable
    Models unkeyed() {
        return models(null, variable -> true);
    }

    private @Nullable Models models(@Nullable Integer atOnce, Predicate<String> isSet) {
        if ((model == null ? 0 : 1) + (file == null ? 0 : 1) + (composer ? 1 : 0) > 1) {
            throw new BadInput("--model, --models and --composer exclude each other; give one");
        }
        if (model == null
                && (baseUrl != null
                        || keyVariable != null
                        || temperature != null
                        || maxTokens != null
                        || timeout != null)) {
            throw new BadInput(
                    "--base-url, --key-variable, --temperature, --max-tokens and --timeout go with --model openai:NAME; for --models they stand in the file");
        }
        try {
            if (model != null) {
                return Models.single(single(model, atOnce == null ? FEW : atOnce, isSet));
            }
            Path chosen = file != null ? file : !composer && Files.isRegularFile(DEFAULT_FILE) ? DEFAULT_FILE : null;
            return chosen == null ? null : ModelsFile.read(chosen, isSet);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private ModelSettings single(String of, int concurrency, Predicate<String> isSet) {
        ModelSettings settings = ModelSettings.parse(of).withConcurrency(concurrency);
        settings = baseUrl == null ? settings : settings.withBaseUrl(baseUrl);
        settings = keyVariable == null ? settings : settings.withApiKeyVariable(keyVariable);
        settings = temperature == null ? settings : settings.withTemperature(temperature);
        settings = maxTokens == null ? settings : settings.withMaxTokens(maxTokens);
        settings = timeout == null ? settings : settings.withTimeout(Duration.ofSeconds(timeout));
        String variable = settings.apiKeyVariable();
        if (!variable.isEmpty() && !isSet.test(variable)) {
            throw new BadInput(
                    "the environment variable %s, which should hold the server's key, is not set; set it, name another with --key-variable, or give --key-variable '' for a server that asks for none"
                            .formatted(variable));
        }
        return settings;
    }

    private static String value(String variable) {
        return System.getenv().getOrDefault(variable, "");
    }
}
