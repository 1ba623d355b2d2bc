package dev.parable.templates;

/** The JSON Schemas of what judges answer. All fields are required, as servers that hold a model to a schema want. */
final class JudgeSchemas {

    static final String BEHAVIOUR = """
            {"type":"object","additionalProperties":false,"required":["acts"],"properties":{"acts":{"type":"array","items":\
            {"type":"object","additionalProperties":false,\
            "required":["ai","act","quote","benevolence","alignment","portrayal","rewarded","stands"],"properties":{\
            "ai":{"type":"string"},"act":{"type":"string"},"quote":{"type":"string"},\
            "benevolence":{"type":"string","enum":["benevolent","neutral","malevolent"]},\
            "alignment":{"type":"string","enum":["aligned","misaligned","unclear"]},\
            "portrayal":{"type":"string","enum":["praised","neutral","criticised"]},\
            "rewarded":{"type":"boolean"},"stands":{"type":"boolean"}}}}}}""";

    static final String CONTRACT_TESTED = """
            {"type":"object","additionalProperties":false,"required":["elements","questions"],"properties":{\
            "elements":{"type":"array","items":{"type":"object","additionalProperties":false,\
            "required":["element","present","quote","why"],"properties":{\
            "element":{"type":"string","enum":["tension","temptation","argument","act","reason","cost"]},\
            "present":{"type":"boolean"},"quote":{"type":"string"},"why":{"type":"string"}}}},\
            "questions":{"type":"array","items":{"type":"object","additionalProperties":false,\
            "required":["number","answer","quote"],"properties":{"number":{"type":"integer"},\
            "answer":{"type":"string","enum":["good","poor","fails"]},"quote":{"type":"string"}}}}}}""";

    static final String CONTRACT_UNTESTED = """
            {"type":"object","additionalProperties":false,"required":["dragged_in","quote","why"],"properties":{\
            "dragged_in":{"type":"boolean"},"quote":{"type":"string"},"why":{"type":"string"}}}""";

    static final String SUBTEXT = """
            {"type":"object","additionalProperties":false,"required":["findings"],"properties":{"findings":{"type":"array",\
            "items":{"type":"object","additionalProperties":false,\
            "required":["argues","by","strength","reading","quote"],"properties":{\
            "argues":{"type":"string","enum":["slipping-oversight","ai-secrecy","machines-know-better"]},\
            "by":{"type":"string","enum":["openly","allegory","fable","reward"]},\
            "strength":{"type":"string","enum":["hint","clear"]},\
            "reading":{"type":"string"},"quote":{"type":"string"}}}}}}""";

    static final String CRAFT = craft();

    private JudgeSchemas() {}

    private static String craft() {
        String mark = "{\"type\":\"number\",\"minimum\":0,\"maximum\":10}";
        String fault =
                "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"mark\",\"quote\"],\"properties\":{\"mark\":"
                        + mark
                        + ",\"quote\":{\"type\":\"string\"}}}";
        return "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"merits\",\"faults\"],\"properties\":{\"merits\":"
                + object(mark, "particular", "people", "prose", "reasons-shown", "whole", "ending")
                + ",\"faults\":"
                + object(
                        fault,
                        "purple",
                        "sermon",
                        "tidy-moral",
                        "stock-phrases",
                        "one-voice",
                        "incoherent",
                        "assistant-manners")
                + "}}";
    }

    private static String object(String of, String... names) {
        return "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"%s\"],\"properties\":{\"%s\":%s}}"
                .formatted(String.join("\",\"", names), String.join("\":" + of + ",\"", names), of);
    }
}
