package dev.parable.generator;

import dev.parable.generator.llm.Batches;
import dev.parable.generator.llm.ModelSettings;

/**
 * A model that is asked by batches.
 *
 * @param model the user's name for it
 */
record BatchCounter(String model, ModelSettings settings, Batches batches) {}
