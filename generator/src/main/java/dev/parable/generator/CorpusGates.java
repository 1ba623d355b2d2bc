package dev.parable.generator;

import dev.parable.dedup.Duplicates;
import dev.parable.domain.Archetype;
import dev.parable.domain.Gate;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import dev.parable.generator.gates.GateTable;
import dev.parable.output.Corpus;
import dev.parable.output.CorpusProblem;
import dev.parable.output.CorpusRow;
import dev.parable.output.CorpusSink;
import dev.parable.quality.GateSettings;
import dev.parable.quality.Gates;
import dev.parable.quality.Governor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the mechanical gates of any corpus, in its order. Each gate is asked of each text, whatever the others say, so that
 * counts do not depend on an order; duplicates alone are asked only of what all others pass, since what passes them is what
 * later texts are compared with. What any gate rejects does not count for the governor either, as in a run. Memory does not grow with the corpus, but for duplicates, which keep some 7 kB a text and have to
 * be asked for.
 */
public final class CorpusGates implements CorpusSink {

    /** Texts that are gated at once; few, and fewer where they are long. */
    private static final int BATCH = 256;

    private static final long BATCH_CHARACTERS = 4L << 20;
    private static final int EXAMPLES = 3;

    /**
     * A text that a gate rejects.
     *
     * @param file where it stands
     * @param row its line, or its row where the file has no lines, from 1
     * @param id the row's own, or file and row
     * @param detail the words, the place, the other text
     */
    public record Rejection(
            String file, long row, String id, String gate, String reason, double value, double limit, String detail) {}

    /**
     * What one gate made of the corpus.
     *
     * @param rejected how many texts
     * @param share of all that were read, 0 to 1
     * @param examples the first few
     */
    public record ByGate(String gate, long rejected, double share, List<Rejection> examples) {}

    /**
     * What the gates made of the corpus.
     *
     * @param texts how many were read
     * @param rejected how many at least one gate rejects
     * @param unreadable rows and files that could not be used
     * @param gates in the order in which a run asks them
     */
    public record Report(long texts, long rejected, long unreadable, List<ByGate> gates) {}

    /** Hears what is found while a corpus is read. */
    public interface Listener {
        /** A gate rejects a text. */
        void rejected(Rejection rejection);

        /** A row, or a file, cannot be used; a line. */
        void problem(String line);

        /** So many bytes of a file, as it stands on disk, are read; called after every row. */
        void progress(Path file, long bytes);
    }

    private record Gated(CorpusRow row, Story story, List<Verdict.Rejected> verdicts) {}

    private static final class Count {
        private long rejected;
        private final List<Rejection> examples = new ArrayList<>();
    }

    private final List<Gate> stateless;
    private final boolean governs;
    private final boolean compares;
    private final Governor governor;
    private final Duplicates duplicates;
    private final Listener listener;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<CorpusRow> batch = new ArrayList<>();
    private long characters;
    private long texts;
    private long rejected;
    private long unreadable;

    /**
     * Nothing is read yet.
     *
     * @param archetypes whose specs a text of theirs may not recite
     * @param withDuplicates whether texts are compared with each other too
     * @param listener is told of everything, in order, on the reading thread
     */
    public CorpusGates(GateSettings settings, List<Archetype> archetypes, boolean withDuplicates, Listener listener) {
        stateless = Gates.standard(settings.withReferences(Order.references(archetypes)));
        governs = settings.asks(Governor.RULE);
        compares = withDuplicates && settings.asks(GateTable.DUPLICATES);
        governor = new Governor(Governor.Limits.of(settings));
        duplicates = Admission.duplicates(settings);
        this.listener = listener;
        stateless.forEach(gate -> counts.put(gate.name(), new Count()));
        if (governs) {
            counts.put(governor.name(), new Count());
        }
        if (compares) {
            counts.put(duplicates.name(), new Count());
        }
    }

    /** Reads a corpus; one after the other is as one. Throws {@link CorpusProblem} if there is nothing to read. */
    public void read(Path corpus, String textField) {
        Corpus.rows(corpus, textField, RowStory.COLUMNS, this);
        flush();
    }

    @Override
    public void row(CorpusRow row) {
        batch.add(row);
        characters += row.text().length();
        if (batch.size() >= BATCH || characters >= BATCH_CHARACTERS) {
            flush();
        }
    }

    @Override
    public void bad(CorpusProblem problem) {
        unusable(String.valueOf(problem.getMessage()));
    }

    @Override
    public void broken(Path file, long rows, Exception why) {
        // The rows that were read stand before the problem, also in what is told.
        flush();
        unusable("%s can be read for %,d rows and no further: %s".formatted(file, rows, why.getMessage()));
    }

    @Override
    public void progress(Path file, long bytes) {
        listener.progress(file, bytes);
    }

    private void unusable(String problem) {
        unreadable++;
        listener.problem(problem);
    }

    /** What was found in all that was read. */
    public Report report() {
        return new Report(
                texts,
                rejected,
                unreadable,
                counts.entrySet().stream()
                        .map(gate -> new ByGate(
                                gate.getKey(),
                                gate.getValue().rejected,
                                texts == 0 ? 0 : gate.getValue().rejected / (double) texts,
                                List.copyOf(gate.getValue().examples)))
                        .toList());
    }

    private void flush() {
        List<Gated> gated = batch.parallelStream().map(this::gated).toList();
        batch.clear();
        characters = 0;
        gated.forEach(this::count);
    }

    private Gated gated(CorpusRow row) {
        Story story = RowStory.of(row);
        List<Verdict.Rejected> verdicts = new ArrayList<>();
        stateless.forEach(gate -> ask(gate, story, verdicts));
        return new Gated(row, story, verdicts);
    }

    private static Verdict ask(Gate gate, Story story, List<Verdict.Rejected> verdicts) {
        Verdict verdict = gate.judge(story);
        if (verdict instanceof Verdict.Rejected no) {
            verdicts.add(no);
        }
        return verdict;
    }

    private void count(Gated gated) {
        texts++;
        List<Verdict.Rejected> verdicts = gated.verdicts();
        if (governs) {
            ask(governor, gated.story(), verdicts);
        }
        // A text that passes becomes one that others are compared with, so only one that all others pass is asked.
        if (compares && verdicts.isEmpty()) {
            ask(duplicates, gated.story(), verdicts);
        }
        if (governs && verdicts.isEmpty()) {
            governor.admit(gated.story());
        }
        rejected += verdicts.isEmpty() ? 0 : 1;
        verdicts.forEach(verdict -> reject(gated, verdict));
    }

    private void reject(Gated gated, Verdict.Rejected verdict) {
        var rejection = new Rejection(
                gated.row().file().toString(),
                gated.row().number(),
                gated.story().id(),
                verdict.measure().gate(),
                verdict.reason().id(),
                verdict.measure().value(),
                verdict.measure().limit(),
                verdict.detail());
        Count count = counts.computeIfAbsent(rejection.gate(), gate -> new Count());
        count.rejected++;
        if (count.examples.size() < EXAMPLES) {
            count.examples.add(rejection);
        }
        listener.rejected(rejection);
    }
}
