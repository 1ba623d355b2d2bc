package dev.parable.benchmarks;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What a {@link StubModel} says: the same for the same prompt. */
interface Answering {

    /** A chat completion. */
    Buffer whole(Buffer request, long prompt);

    /** A chat completion that ended at the token limit. */
    Buffer truncated(Buffer request, long prompt);

    /** The events of a stream, the usage last. */
    List<String> events(Buffer request, long prompt, int pieces);
}
