package dev.parable.generator.llm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key that a server asks for, or none. Shown by the name of its variable only. */
final class ApiKey {

    private final String variable;
    private final @Nullable String value;

    private ApiKey(String variable, @Nullable String value) {
        this.variable = variable;
        this.value = value;
    }

    /**
     * Reads the key that the settings name.
     *
     * @throws IllegalArgumentException when the variable is not set, or its value cannot stand in a header
     */
    static ApiKey of(ModelSettings settings, Map<String, String> environment) {
        String variable = settings.apiKeyVariable();
        if (variable.isEmpty()) {
            return new ApiKey("", null);
        }
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "the environment variable " + variable + ", which should hold the key for " + settings.baseUrl()
                            + ", is not set; set it, or name no variable if the server asks for no key");
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("the environment variable " + variable
                    + " holds a space or a character outside ASCII, which no key has; set it again");
        }
        return new ApiKey(variable, value);
    }

    /** What goes into the Authorization header, or Anthropic's x-api-key; null for no header. */
    @Nullable
    String value() {
        return value;
    }

    /** The text without the key, for the texts of servers that repeat what they were sent. */
    String scrub(String text) {
        return value == null ? text : text.replace(value, "[key]");
    }

    @Override
    public String toString() {
        return value == null ? "no key" : "the key in " + variable;
    }
}
