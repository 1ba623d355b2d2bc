package dev.parable.domain;

/**
 * What is asked of an LLM.
 *
 * @param system may be empty
 * @param user never empty
 * @param schema the JSON Schema that the answer must satisfy, as JSON; empty where the answer is prose
 */
public record Prompt(String system, String user, String schema) {
    public Prompt {
        Require.text(user, "user");
    }

    /** Asks for prose. */
    public Prompt(String system, String user) {
        this(system, user, "");
    }
}
