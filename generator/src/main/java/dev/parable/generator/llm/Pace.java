package dev.parable.generator.llm;

import dev.parable.domain.Prompt;
import dev.parable.domain.Usage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Keeps calls within an account's requests and tokens a minute. Both are spread evenly, with at most a second's worth
 * unused carried over (a leaky bucket as a meter, ITU-T I.371), since servers turn bursts away long before the minute is
 * full. What a call will take is guessed, and set right when it is known. A call is paced once, before its first attempt;
 * retries are the endpoint's. For many threads.
 */
final class Pace {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long CARRIED = Duration.ofSeconds(1).toNanos();

    /** English prose has some four characters to a token. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    /** How much of the mean the latest answer is. */
    private static final double LATEST = 0.05;

    private final RateLimit limit;
    private final Timekeeper time;
    private double meanOutput;
    private long nextRequest;
    private long nextToken;

    /** @param maxTokens what an answer is taken for until the first is there */
    Pace(RateLimit limit, int maxTokens, Timekeeper time) {
        this.limit = limit;
        this.time = time;
        this.meanOutput = maxTokens;
        this.nextRequest = time.nanos() - CARRIED;
        this.nextToken = nextRequest;
    }

    /**
     * Blocks until the call may begin, or the latch opens.
     *
     * @return how many tokens are set aside for it
     */
    int await(Prompt prompt, CountDownLatch wake) throws InterruptedException {
        if (limit.equals(RateLimit.NONE)) {
            return 0;
        }
        int tokens;
        long pause;
        synchronized (this) {
            long now = time.nanos();
            int characters = prompt.system().length()
                    + prompt.user().length()
                    + prompt.schema().length();
            tokens = characters / CHARACTERS_PER_TOKEN + (int) meanOutput;
            nextRequest = Math.max(nextRequest, now - CARRIED);
            nextToken = Math.max(nextToken, now - CARRIED);
            pause = Math.max(nextRequest, nextToken) - now;
            nextRequest += share(1, limit.requests());
            nextToken += share(tokens, limit.tokens());
        }
        if (pause > 0) {
            time.sleep(Duration.ofNanos(pause), wake);
        }
        return tokens;
    }

    /** Sets right what was set aside for a call, where the server said what it took. */
    synchronized void settle(int setAside, Usage usage) {
        if (limit.equals(RateLimit.NONE) || usage.equals(Usage.NONE)) {
            return;
        }
        nextToken += share(usage.inputTokens() + usage.outputTokens() - setAside, limit.tokens());
        meanOutput += LATEST * (usage.outputTokens() - meanOutput);
    }

    private static long share(long of, int perMinute) {
        return perMinute == 0 ? 0 : Math.round((double) MINUTE * of / perMinute);
    }
}
