package dev.parable.templates;

/**
 * What an editor found wrong with a draft.
 *
 * @param must whether the text cannot stand with it
 * @param quote the words, as they are in the text; may be empty where something is missing
 * @param what is wrong
 * @param remedy what to do about it; may be empty
 */
public record Problem(boolean must, String quote, String what, String remedy) {}
