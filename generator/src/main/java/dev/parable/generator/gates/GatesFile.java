package dev.parable.generator.gates;

import dev.parable.archetypes.Fields;
import dev.parable.archetypes.Keys;
import dev.parable.archetypes.Report;
import dev.parable.quality.GateLimit;
import dev.parable.quality.GateRule;
import dev.parable.quality.GateSettings;
import dev.parable.quality.Gates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of gate settings by {@link GateTable}. What the file leaves out is as it is without a file. Every problem is
 * found in one reading, each with its line and column.
 */
public final class GatesFile {

    /** The first line of every such file. */
    public static final String FORMAT = "parable/gates/1";

    static final String USE = "use";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private GatesFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it cannot be used; the message has every problem, one a line
     */
    public static GateSettings read(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s cannot be read: %s; `parable gates` prints one to start from"
                            .formatted(file, Files.exists(file) ? e.getMessage() : "there is no such file"),
                    e);
        }
    }

    static GateSettings parse(String name, byte[] yaml) {
        var report = new Report(name);
        GateSettings[] read = {GateSettings.DEFAULT};
        report.upToMost(() -> read[0] = settings(Fields.read(yaml, keys(), report)));
        if (report.found().hasErrors()) {
            throw new IllegalArgumentException(report.found().toString());
        }
        return read[0];
    }

    private static Keys keys() {
        Keys keys = new Keys("file of gates").must("format", "'" + FORMAT + "'");
        for (GateRule gate : GateTable.rules()) {
            keys = keys.may(gate.name(), "a mapping of what is set about the gate");
        }
        return keys;
    }

    private static Keys keys(GateRule gate) {
        Keys keys = new Keys("gate " + gate.name()).may(USE, "true or false");
        for (GateLimit limit : gate.limits()) {
            keys = keys.may(limit.name(), limit.range());
        }
        return keys;
    }

    private static GateSettings settings(@Nullable Fields file) {
        GateSettings settings = GateSettings.DEFAULT;
        if (file == null) {
            return settings;
        }
        String format = file.has("format") ? file.text("format") : "";
        if (!format.isEmpty() && !format.equals(FORMAT)) {
            file.error("format", "the format is '%s'".formatted(format), "'" + FORMAT + "'", "");
        }
        for (GateRule gate : GateTable.rules()) {
            Fields fields = file.has(gate.name()) ? file.mapping(gate.name(), keys(gate)) : null;
            if (fields != null) {
                settings = gate(settings, gate, fields);
            }
        }
        clashes(file, settings);
        return settings;
    }

    private static GateSettings gate(GateSettings before, GateRule gate, Fields fields) {
        GateSettings settings = before;
        if (fields.has(USE) && !fields.truth(USE, true)) {
            settings = settings.without(gate);
        }
        for (GateLimit limit : gate.limits()) {
            String text = fields.has(limit.name()) ? fields.written(limit.name()) : "";
            if (text.isEmpty()) {
                continue;
            }
            if (NUMBER.matcher(text).matches() && limit.allows(Double.parseDouble(text))) {
                settings = settings.with(gate, limit.name(), Double.parseDouble(text));
            } else {
                fields.error(
                        limit.name(),
                        "'%s' of the gate %s is '%s'".formatted(limit.name(), gate.name(), text),
                        limit.range(),
                        "by default it is %s; to switch the gate off, write '%s: false'"
                                .formatted(GateLimit.text(limit.value()), USE));
            }
        }
        return settings;
    }

    /** What each limit allows and all together do not. */
    private static void clashes(Fields file, GateSettings settings) {
        try {
            Gates.standard(settings);
        } catch (IllegalArgumentException e) {
            file.error("length", String.valueOf(e.getMessage()), "", "");
        }
    }
}
