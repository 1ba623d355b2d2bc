/** The settings of the gates as a file: which are asked, and their limits. */
@NullMarked
package dev.parable.generator.gates;

import org.jspecify.annotations.NullMarked;
