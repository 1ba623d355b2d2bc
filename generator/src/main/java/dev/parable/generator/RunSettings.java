package dev.parable.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Everything that decides what a run writes, resolved, as {@code run.yaml} keeps it: one {@code key: "value"} a line. How
 * many scenarios are told at once is not among it, because it decides nothing.
 */
record RunSettings(Map<String, String> values) {

    static final String FILE = "run.yaml";

    RunSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Begins a run in a folder, or goes on with one: the settings are written if there are none, and compared if there
     * are. Throws {@link BadInput} that lists every difference.
     */
    void keep(Path run) {
        Path file = run.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Path temporary = run.resolve(FILE + ".tmp");
                try (var channel = java.nio.channels.FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
                    channel.write(java.nio.ByteBuffer.wrap(yaml().getBytes(StandardCharsets.UTF_8)));
                    channel.force(true);
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
            Map<String, String> there = parse(Files.readAllLines(file));
            List<String> differences = new ArrayList<>();
            var keys = new TreeSet<>(there.keySet());
            keys.addAll(values.keySet());
            for (String key : keys) {
                String old = there.getOrDefault(key, "(none)");
                String now = values.getOrDefault(key, "(none)");
                if (!old.equals(now)) {
                    differences.add("  %s: %s in the run, %s now".formatted(key, old, now));
                }
            }
            if (!differences.isEmpty()) {
                throw new BadInput(
                        "%s was begun with other settings:%n%s%nGive the run's own settings to go on with it, or %s"
                                .formatted(run, String.join("\n", differences), another(run, there)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of run %s cannot be kept".formatted(run), e);
        }
    }

    /** What was paid for need not be paid for again; the shards that are there are not touched. */
    private static String another(Path run, Map<String, String> there) {
        return "llm".equals(there.get("storyteller"))
                ? "begin another run that pays for nothing twice: --out OTHER --paid %s".formatted(run)
                : "another --out.";
    }

    private String yaml() {
        var text =
                new StringBuilder("# What decides this run's stories. Generated; a run goes on only with the same.\n");
        values.forEach((key, value) ->
                text.append(key).append(": \"").append(escaped(value)).append("\"\n"));
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        var value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = switch (text.charAt(i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> text.charAt(i);
                };
            }
            value.append(c);
        }
        return value.toString();
    }

    private static Map<String, String> parse(List<String> lines) {
        var values = new LinkedHashMap<String, String>();
        for (String line : lines) {
            int colon = line.indexOf(": \"");
            if (!line.startsWith("#") && colon > 0 && line.endsWith("\"")) {
                values.put(line.substring(0, colon), unescaped(line.substring(colon + 3, line.length() - 1)));
            }
        }
        return values;
    }
}
