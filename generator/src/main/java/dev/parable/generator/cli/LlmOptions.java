package dev.parable.generator.cli;

import dev.parable.generator.BadInput;
import dev.parable.generator.llm.ModelSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which LLM tells, if one does. Keys come from the environment alone. */
final class LlmOptions {

    @Option(
            names = "--model",
            paramLabel = "openai:NAME",
            description = "Tell by this LLM, at any server with OpenAI's protocol. Default: the embedded composer.")
    @Nullable
    String model;

    @Option(names = "--base-url", paramLabel = "URL", description = "The server, such as http://localhost:8000/v1.")
    @Nullable
    String baseUrl;

    @Option(
            names = "--key-variable",
            paramLabel = "NAME",
            description = "The environment variable that holds the key. Default: OPENAI_API_KEY.")
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

    @Nullable
    ModelSettings settings(int concurrency) {
        if (model == null) {
            if (baseUrl != null || keyVariable != null || temperature != null || maxTokens != null) {
                throw new BadInput(
                        "--base-url, --key-variable, --temperature and --max-tokens go with --model openai:NAME");
            }
            return null;
        }
        try {
            ModelSettings settings = ModelSettings.parse(model).withConcurrency(concurrency);
            settings = baseUrl == null ? settings : settings.withBaseUrl(baseUrl);
            settings = keyVariable == null ? settings : settings.withApiKeyVariable(keyVariable);
            settings = temperature == null ? settings : settings.withTemperature(temperature);
            settings = maxTokens == null ? settings : settings.withMaxTokens(maxTokens);
            settings = timeout == null ? settings : settings.withTimeout(Duration.ofSeconds(timeout));
            requireKey(settings.apiKeyVariable());
            return settings;
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static void requireKey(String variable) {
        if (!variable.isEmpty() && System.getenv().getOrDefault(variable, "").isBlank()) {
            throw new BadInput(
                    "the environment variable %s, which should hold the server's key, is not set; set it, name another with --key-variable, or give --key-variable '' for a server that asks for none"
                            .formatted(variable));
        }
    }
}
