package dev.parable.domain;

import java.util.Locale;

/** A constant that specs, shards and messages call by a kebab-case id. */
public sealed interface Named permits Application, Beat, Ending, Form, Form.Manner, Narrator, Role, Shape, WhyCarrier {

    /** The constant's Java name; every enum has it. */
    String name();

    /** The id: lower case, words joined by hyphens, such as {@code near-miss}. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
