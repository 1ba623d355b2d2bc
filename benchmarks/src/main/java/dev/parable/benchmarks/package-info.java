/** How fast the program is. Each benchmark is a program of its own, run by hand; the tests only see that it compiles. */
@NullMarked
package dev.parable.benchmarks;

import org.jspecify.annotations.NullMarked;
