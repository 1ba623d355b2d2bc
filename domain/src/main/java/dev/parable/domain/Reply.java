package dev.parable.domain;

/** What came back from an LLM. */
public sealed interface Reply {

    /** What it took, as far as the server said. */
    Usage usage();

    /** What there is to read: the text that came, or the cause and what is known of it. */
    String said();

    /** The model finished of its own accord. */
    record Completed(String text, Usage usage) implements Reply {
        @Override
        public String said() {
            return text;
        }
    }

    /** The model stopped because it reached its token limit. */
    record Truncated(String text, Usage usage) implements Reply {
        @Override
        public String said() {
            return text;
        }
    }

    /** The model or its server declined to answer. */
    record Refused(String text, Usage usage) implements Reply {
        @Override
        public String said() {
            return text;
        }
    }

    /** This prompt got no answer, after every retry; others may. It is settled: the prompt is not asked again. */
    record Failed(String cause, String detail, int attempts, Usage usage) implements Reply {
        @Override
        public String said() {
            return cause + ": " + detail;
        }
    }

    /** No prompt will get an answer until somebody acts: a wrong key, an empty account, a server that is gone. */
    record Unavailable(String cause, String detail) implements Reply {
        @Override
        public Usage usage() {
            return Usage.NONE;
        }

        @Override
        public String said() {
            return cause + ": " + detail;
        }
    }
}
