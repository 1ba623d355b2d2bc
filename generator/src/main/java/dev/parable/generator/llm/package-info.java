/**
 * Access to large language models over the network. A prompt and settings enter; a {@link dev.parable.domain.Reply}
 * leaves, and no exception, type or header of the client libraries with it. The key of a server enters from the
 * environment and leaves only in the header that the protocol has for it.
 */
@NullMarked
package dev.parable.generator.llm;

import org.jspecify.annotations.NullMarked;
