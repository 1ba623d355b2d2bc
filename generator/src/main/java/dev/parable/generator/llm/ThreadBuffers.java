package dev.parable.generator.llm;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.BufferRecyclers;
import java.lang.ref.SoftReference;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * What Jackson keeps for each thread to write and read JSON with: some 32 kB, which helps a few threads that work and
 * harms thousands that wait. At 4,096 calls at once it was three quarters of the heap. So threads that work borrow them,
 * and give them back before they wait. LangChain4j's mapper cannot be given another pool, and Jackson offers no other way
 * to these.
 */
@SuppressWarnings("deprecation")
final class ThreadBuffers extends BufferRecyclers {

    /** More threads than this do not work at once; what comes back beyond it is garbage. */
    private static final int MOST = 64;

    private static final ArrayBlockingQueue<BufferRecycler> IDLE = new ArrayBlockingQueue<>(MOST);

    private ThreadBuffers() {}

    /** Gives the calling thread some that another has done with; without any it makes its own. */
    static void borrow() {
        BufferRecycler idle = IDLE.poll();
        if (idle != null) {
            _recyclerRef.set(new SoftReference<>(idle));
        }
    }

    /** Takes the calling thread's away, which nothing may be using. */
    static void giveBack() {
        SoftReference<BufferRecycler> own = _recyclerRef.get();
        if (own != null) {
            _recyclerRef.remove();
            BufferRecycler buffers = own.get();
            if (buffers != null) {
                boolean ignored = IDLE.offer(buffers);
            }
        }
    }
}
