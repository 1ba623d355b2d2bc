package dev.parable.generator.models;

import dev.parable.archetypes.Fields;
import dev.parable.archetypes.Keys;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.Price;
import dev.parable.generator.llm.Protocol;
import dev.parable.generator.llm.RateLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one entry under {@code models}. Ranges are those of {@link ModelSettings}, which says what is wrong. */
final class ModelReader {

    static final Keys KEYS = new Keys("model")
            .must("protocol", "openai, anthropic or ollama")
            .must("model", "the server's name for the model")
            .may("base-url", "a URL, such as http://localhost:8000/v1")
            .may("key", "the name of an environment variable")
            .may("concurrency", "a whole number")
            .may("timeout", "a duration, such as 300s or 5m")
            .may("max-tokens", "a whole number")
            .may("context", "a whole number")
            .may("temperature", "a number")
            .may("top-p", "a number")
            .may("requests-per-minute", "a whole number")
            .may("tokens-per-minute", "a whole number")
            .may("retries", "a whole number")
            .may("price", "a mapping {input, output, batch} of money for a million tokens");
    private static final Keys PRICE = new Keys("price")
            .must("input", "a number")
            .must("output", "a number")
            .may("batch", "a number from 0 to 1");

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,8})(ms|s|m|h)");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final String name;
    private final Fields fields;

    ModelReader(String name, Fields fields) {
        this.name = name;
        this.fields = fields;
    }

    /** The settings as far as they could be read; null where not even protocol and model could. */
    @Nullable
    ModelSettings read() {
        Map<String, Protocol> protocols = new LinkedHashMap<>();
        Arrays.stream(Protocol.values()).forEach(p -> protocols.put(p.id(), p));
        Protocol protocol = fields.has("protocol") ? protocols.get(fields.text("protocol")) : null;
        if (protocol == null
                && fields.has("protocol")
                && !fields.text("protocol").isEmpty()) {
            fields.unknown("protocol", fields.text("protocol"), "protocol", protocols.keySet());
        }
        String model = fields.has("model") ? fields.text("model") : "";
        // What follows is read all the same, so that its problems are told too.
        ModelSettings settings = ModelSettings.of(
                        protocol == null ? Protocol.OPENAI : protocol, model.isEmpty() ? "unnamed" : model)
                .withApiKeyVariable("");
        settings = text(settings, "base-url", settings::withBaseUrl);
        settings = key(settings);
        settings = whole(settings, "concurrency", settings::withConcurrency);
        settings = timeout(settings);
        settings = whole(settings, "max-tokens", settings::withMaxTokens);
        settings = whole(settings, "context", settings::withContext);
        settings = decimal(settings, "temperature", settings::withTemperature);
        settings = decimal(settings, "top-p", settings::withTopP);
        ModelSettings paced = settings;
        settings = whole(settings, "requests-per-minute", n -> paced.withRate(new RateLimit(n, 0)));
        ModelSettings requested = settings;
        settings = whole(
                settings,
                "tokens-per-minute",
                n -> requested.withRate(new RateLimit(requested.rate().requests(), n)));
        settings = whole(settings, "retries", settings::withRetries);
        settings = price(settings);
        if (protocol == Protocol.OLLAMA && !fields.has("context")) {
            fields.warning(
                    "protocol",
                    "the model '%s' has no 'context'; Ollama then cuts long prompts at a size of its own"
                            .formatted(name),
                    "",
                    "add 'context: …', with room for the prompt and the max-tokens");
        }
        return protocol == null || model.isEmpty() ? null : settings;
    }

    private ModelSettings text(ModelSettings before, String key, Function<String, ModelSettings> change) {
        String text = fields.has(key) ? fields.text(key) : "";
        return text.isEmpty() ? before : checked(before, key, () -> change.apply(text));
    }

    private ModelSettings whole(ModelSettings before, String key, IntFunction<ModelSettings> change) {
        String text = written(key, WHOLE, "a whole number");
        return text.isEmpty()
                ? before
                : checked(before, key, () -> {
                    int value = Integer.parseInt(text);
                    // In the settings 0 is for "none", which in the file is to leave the key out.
                    return value == 0 && !key.equals("retries") ? refuseZero() : change.apply(value);
                });
    }

    private ModelSettings decimal(ModelSettings before, String key, DoubleFunction<ModelSettings> change) {
        String text = written(key, DECIMAL, "a number");
        return text.isEmpty() ? before : checked(before, key, () -> change.apply(Double.parseDouble(text)));
    }

    private ModelSettings timeout(ModelSettings before) {
        String text = written("timeout", DURATION, "a number and ms, s, m or h, such as 300s");
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return before;
        }
        long n = Long.parseLong(parts.group(1));
        Duration timeout = switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            default -> Duration.ofHours(n);
        };
        return checked(before, "timeout", () -> before.withTimeout(timeout));
    }

    private ModelSettings key(ModelSettings before) {
        String variable = fields.has("key") ? fields.written("key") : "";
        if (variable.isEmpty()) {
            return before;
        }
        if (!VARIABLE.matcher(variable).matches()) {
            // It may be the key itself, and is not repeated.
            fields.error(
                    "key",
                    "what stands under 'key' of the model '%s' is not the name of an environment variable"
                            .formatted(name),
                    "a name, such as OPENAI_API_KEY",
                    "put the key itself into that variable, and never into a file");
            return before;
        }
        return before.withApiKeyVariable(variable);
    }

    private ModelSettings price(ModelSettings before) {
        Fields at = fields.has("price") ? fields.mapping("price", PRICE) : null;
        if (at == null) {
            return before;
        }
        BigDecimal input = money(at, "input");
        BigDecimal output = money(at, "output");
        if (input == null || output == null) {
            return before;
        }
        BigDecimal batch = at.has("batch") ? money(at, "batch") : null;
        return batch == null
                ? before.withPrice(new Price(input, output))
                : checked(before, "price", () -> before.withPrice(new Price(input, output, batch)));
    }

    private @Nullable BigDecimal money(Fields at, String key) {
        String text = at.has(key) ? at.written(key) : "";
        if (text.isEmpty()) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            at.error(
                    key,
                    "'%s' of the price of the model '%s' is '%s'".formatted(key, name, text),
                    "a number from 0, without a currency",
                    "");
            return null;
        }
        return new BigDecimal(text);
    }

    private String written(String key, Pattern pattern, String expected) {
        String text = fields.has(key) ? fields.written(key) : "";
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            fields.error(key, "'%s' of the model '%s' is '%s'".formatted(key, name, text), expected, "");
            return "";
        }
        return text;
    }

    /** The settings after a change; if they refuse it, that is reported and they are as before. */
    private ModelSettings checked(ModelSettings before, String key, Supplier<ModelSettings> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException e) {
            fields.error(key, "'%s' of the model '%s': %s".formatted(key, name, e.getMessage()), "", "");
            return before;
        }
    }

    private static ModelSettings refuseZero() {
        throw new IllegalArgumentException("0 is nothing; leave the key out, or give a number from 1");
    }
}
