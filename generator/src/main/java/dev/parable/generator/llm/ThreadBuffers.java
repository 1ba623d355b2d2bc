package dev.parable.generator.llm;

import com.fasterxml.jackson.core.util.BufferRecyclers;

/**
 * What Jackson keeps for each thread to write and read JSON with: some 32 kB, which helps a few threads that work and
 * harms thousands that wait. At 4,096 calls at once it was three quarters of the heap. LangChain4j's mapper cannot be
 * given another pool, and Jackson offers no other way to these.
 */
@SuppressWarnings("deprecation")
final class ThreadBuffers extends BufferRecyclers {

    private ThreadBuffers() {}

    /** Lets go of the calling thread's; the next use makes new ones. */
    static void drop() {
        _recyclerRef.remove();
    }
}
