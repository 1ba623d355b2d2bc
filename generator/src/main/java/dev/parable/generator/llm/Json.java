package dev.parable.generator.llm;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads JSON that may be none, and makes objects. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** The tree of the text; a missing node where it is not JSON. */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** An empty object. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A field that the server must have given; throws {@link BatchFault} where it has not. */
    static String text(JsonNode object, String field) {
        String text = object.path(field).asText("");
        if (text.isEmpty()) {
            throw new BatchFault(Cause.MALFORMED, "the server's answer has no '" + field + "'");
        }
        return text;
    }
}
