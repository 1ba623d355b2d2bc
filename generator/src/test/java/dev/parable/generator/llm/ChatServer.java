package dev.parable.generator.llm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server of the chat-completions protocol on a real socket. Its answers are scripted, one a request in the order of
 * arrival, the last for all that follow; it keeps what it was asked. It writes bytes itself, so that it can break off
 * anywhere.
 */
public final class ChatServer implements AutoCloseable {

    /** A request as it came. Header names are in lower case. */
    public record Asked(String line, Map<String, String> headers, String body) {}

    /** One answer. Returning false drops the connection. */
    @FunctionalInterface
    public interface Script {
        boolean answer(Call call) throws IOException, InterruptedException;
    }

    /** A request to be answered, the socket to answer on, and a latch that opens when the server closes. */
    public record Call(Asked asked, Socket socket, CountDownLatch closing) {
        public void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }

    private final Thread accepting;
    private final ServerSocket listener;
    private final List<Script> scripts;
    private final List<Asked> asked = new ArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();

    public ChatServer(Script... scripts) throws IOException {
        this.scripts = List.of(scripts);
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        accepting = Thread.ofVirtual().start(this::accept);
    }

    public String baseUrl() {
        return root() + "/v1";
    }

    /** Its address without a path. */
    public String root() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** What it was asked so far. */
    List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** Connections taken so far. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        try {
            // Until the accepting thread has woken, a caller that comes now may still be served.
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean keep = true;
            while (keep) {
                Asked request = read(in);
                if (request == null) {
                    return;
                }
                Script script;
                synchronized (asked) {
                    script = scripts.get(Math.min(asked.size(), scripts.size() - 1));
                    asked.add(request);
                }
                keep = script.answer(new Call(request, socket, closing));
            }
        } catch (IOException e) {
            // The client hung up, which some tests make it do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Asked read(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Asked(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
