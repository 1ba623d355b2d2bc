/** Which models there are, what each is asked for, and which stages a story goes through: {@code models.yaml}, read. */
@NullMarked
package dev.parable.generator.models;

import org.jspecify.annotations.NullMarked;
