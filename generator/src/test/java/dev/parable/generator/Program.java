package dev.parable.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The program as a process of its own, so that it can be killed, or have an environment of its own. */
public final class Program {

    private static final String MAIN = "dev.parable.generator.cli.Main";

    private Program() {}

    /** Runs it to its end, adding what it prints to the log, and gives its exit code. */
    public static int run(Path log, Map<String, String> environment, String... arguments) throws InterruptedException {
        return start(log, environment, arguments).waitFor();
    }

    /** Starts it; what it prints is added to the log. */
    public static Process start(Path log, Map<String, String> environment, String... arguments) {
        var builder = builder(MAIN, List.of(arguments));
        builder.environment().putAll(environment);
        return started(builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    /** Starts it in a folder. */
    public static Process startIn(Path folder, Path log, String... arguments) {
        return started(builder(MAIN, List.of(arguments))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    /** Starts another main class of the class path; what it prints is the process's output. */
    public static Process start(String main, List<String> arguments) {
        return started(builder(main, arguments));
    }

    private static ProcessBuilder builder(String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data files of a run that stand under their final names, with the digest of their bytes. */
    static Map<String, String> shards(Path run) throws IOException {
        var files = new TreeMap<String, String>();
        for (String folder : List.of("shards", "rejects")) {
            if (!Files.isDirectory(run.resolve(folder))) {
                continue;
            }
            try (Stream<Path> list = Files.list(run.resolve(folder))) {
                for (Path file : list.toList()) {
                    String name = folder + "/" + file.getFileName();
                    if (!name.endsWith(".tmp")) {
                        files.put(name, sha256(file));
                    }
                }
            }
        }
        return files;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
