package dev.parable.generator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the last preview of the same request showed, story by story, in one JSON file. The request is what a user asks for
 * and not what is in the specs, templates or models, since it is their change that is looked for.
 */
public final class LastPreview {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<Long, Shown>> STORIES = new TypeReference<>() {};

    private final Path file;
    private final Map<Long, Shown> before;
    private final Map<Long, Shown> now;

    private LastPreview(Path file, Map<Long, Shown> before) {
        this.file = file;
        this.before = before;
        this.now = new TreeMap<>(before);
    }

    /**
     * Reads it; there may be none.
     *
     * @param folder where previews are kept
     * @param request what tells this preview from others, in any words
     * @throws BadInput if there is one that cannot be read
     */
    public static LastPreview open(Path folder, String request) {
        String name = UUID.nameUUIDFromBytes(request.getBytes(StandardCharsets.UTF_8)) + ".json";
        Path file = folder.resolve("shown").resolve(name);
        try {
            return new LastPreview(file, Files.exists(file) ? JSON.readValue(file.toFile(), STORIES) : Map.of());
        } catch (IOException e) {
            throw new BadInput(
                    "the last preview in %s cannot be read, so nothing can be compared with it; delete it: %s"
                            .formatted(file, e.getMessage()));
        }
    }

    /** The story at this place of the plan as it was shown last; empty where it never was. */
    public Optional<Shown> story(long index) {
        return Optional.ofNullable(before.get(index));
    }

    /** Takes note of a story for the next preview. */
    public void shown(long index, Shown story) {
        now.put(index, story);
    }

    /** Writes what was shown, beside what was shown before and was not now. */
    public void keep() throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = Files.createTempFile(folder, "preview", ".tmp");
        try {
            JSON.writeValue(whole.toFile(), now);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
