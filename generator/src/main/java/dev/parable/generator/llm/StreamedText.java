package dev.parable.generator.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Carries the pieces of a stream from the thread that parses it to the thread that asked. */
final class StreamedText implements StreamingChatResponseHandler {

    sealed interface Event permits Piece, Ending {}

    record Piece(String text) implements Event {}

    /** How a stream ended. */
    sealed interface Ending extends Event {

        /** It came to its end; whether the completion did, the response tells. */
        record Ended(ChatResponse response) implements Ending {}

        /** It broke. */
        record Broken(Throwable reason) implements Ending {}
    }

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private long shown;

    @Override
    public void onPartialResponse(String partialResponse) {
        events.add(new Piece(partialResponse));
    }

    @Override
    public void onCompleteResponse(ChatResponse completeResponse) {
        events.add(new Ending.Ended(completeResponse));
    }

    @Override
    public void onError(Throwable error) {
        events.add(new Ending.Broken(error));
    }

    /** Says that nothing more comes: a stream that has not ended by now was cut off. */
    void over() {
        events.add(new Ending.Broken(
                new WireException(Cause.MALFORMED, "the stream ended before the completion did", null)));
    }

    /** Shows the text as it comes, without the model's thoughts, until the stream ends. */
    Ending show(Consumer<String> onText) throws InterruptedException {
        Thoughts thoughts = new Thoughts();
        while (true) {
            switch (events.take()) {
                case Piece piece -> pass(thoughts.next(piece.text()), onText);
                case Ending ending -> {
                    pass(thoughts.end(), onText);
                    return ending;
                }
            }
        }
    }

    /** Characters shown so far. */
    long shown() {
        return shown;
    }

    private void pass(String text, Consumer<String> onText) {
        if (!text.isEmpty()) {
            shown += text.length();
            onText.accept(text);
        }
    }
}
