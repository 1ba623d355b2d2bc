package dev.parable.generator.llm;

import dev.parable.generator.llm.ChatServer.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answers that tests have the server give. */
final class Scripts {

    private Scripts() {}

    /** A completion that stopped of its own accord, with 7 tokens in and 5 out. */
    static Script story(String text) {
        return ok(completion("{\"role\":\"assistant\",\"content\":" + quoted(text) + "}", "\"stop\""));
    }

    /** The body of a completion with this message and finish reason, both JSON. */
    static String completion(String message, String finishReason) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":"
                + message + ",\"finish_reason\":" + finishReason
                + "}],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}";
    }

    static Script ok(String body) {
        return status(200, body);
    }

    static Script status(int status, String body, String... headers) {
        return call -> {
            call.write(head(status, "application/json", body.getBytes(StandardCharsets.UTF_8).length, headers) + body);
            return true;
        };
    }

    static Script error(int status, String message, String... headers) {
        return status(status, "{\"error\":{\"message\":" + quoted(message) + "}}", headers);
    }

    /** Promises more than it writes, then resets the connection. */
    static Script resetInTheBody(String start) {
        return call -> {
            call.write(head(200, "application/json", start.length() + 1000, new String[0]) + start);
            call.socket().setSoLinger(true, 0);
            return false;
        };
    }

    /** Promises more than it writes, then says nothing until the server closes. */
    static Script stallInTheBody(String start) {
        return call -> {
            call.write(head(200, "application/json", start.length() + 1000, new String[0]) + start);
            call.closing().await();
            return false;
        };
    }

    /** Says nothing at all. */
    static Script silence() {
        return call -> {
            call.closing().await();
            return false;
        };
    }

    /** A stream of these events, whole. */
    static Script stream(List<String> events) {
        return call -> {
            StringBuilder text = new StringBuilder(streamHead());
            events.forEach(event -> text.append(chunk(event)));
            call.write(text + "0\r\n\r\n");
            return true;
        };
    }

    /** A chunked body of these texts, of another type. */
    static Script chunked(String type, List<String> texts) {
        return call -> {
            StringBuilder all = new StringBuilder(streamHead().replace("text/event-stream", type));
            for (String text : texts) {
                all.append(Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length))
                        .append("\r\n")
                        .append(text)
                        .append("\r\n");
            }
            call.write(all + "0\r\n\r\n");
            return true;
        };
    }

    /** A stream of these events, each in a packet of its own, then silence. */
    static Script streamThatStalls(List<String> events) {
        return call -> {
            call.write(streamHead());
            for (String event : events) {
                call.write(chunk(event));
            }
            call.closing().await();
            return false;
        };
    }

    /** A stream of these events, then a reset. */
    static Script streamThatIsReset(List<String> events) {
        return call -> {
            StringBuilder text = new StringBuilder(streamHead());
            events.forEach(event -> text.append(chunk(event)));
            call.write(text.toString());
            call.socket().setSoLinger(true, 0);
            return false;
        };
    }

    /** An event with a piece of text. */
    static String piece(String text) {
        return delta("{\"content\":" + quoted(text) + "}", "null");
    }

    /** An event with this delta and finish reason, both JSON. */
    static String delta(String delta, String finishReason) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
                + delta + ",\"finish_reason\":" + finishReason + "}]}";
    }

    static String usage() {
        return "{\"id\":\"c1\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}";
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    static String streamHead() {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    static String chunk(String event) {
        String line = "data: " + event + "\n\n";
        return Integer.toHexString(line.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + line + "\r\n";
    }

    static String head(int status, String type, int length, String... headers) {
        StringBuilder head = new StringBuilder(
                "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }
}
