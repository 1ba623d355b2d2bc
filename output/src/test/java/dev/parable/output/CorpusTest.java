package dev.parable.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are read from whatever holds them, and what cannot be read is named. */
class CorpusTest {

    private static final Path STRANGERS = Path.of("src/test/resources/corpus");
    private static final String TWO = """
            {"id": 1, "text": "The lamp was out.", "form": "diary", "nested": {"text": "not this"}}

            {"text": "Nobody came.", "form": 7}
            """;

    @TempDir
    Path folder;

    /** Written by pyarrow 26 with a null form, a list and no field named text. */
    @ParameterizedTest
    @ValueSource(strings = {"snappy", "gzip", "zstd", "none"})
    void aStrangersParquetIsReadHoweverItIsCompressed(String codec) {
        List<Corpus.Document> read = read(STRANGERS.resolve("stranger-" + codec + ".parquet"), "story");

        assertThat(read)
                .containsExactly(
                        new Corpus.Document("The lamp was out.", Map.of("form", "diary")),
                        new Corpus.Document("Nobody came. “Go,” she said.", Map.of("form", "letters")),
                        new Corpus.Document("Third, with a – dash.", Map.of()));
    }

    @Test
    void jsonLinesAreReadPlainAndCompressed() throws IOException {
        write("a.jsonl", out -> out);
        write("b.jsonl.gz", GZIPOutputStream::new);
        write("c.jsonl.zst", ZstdOutputStream::new);
        for (String name : List.of("a.jsonl", "b.jsonl.gz", "c.jsonl.zst")) {
            assertThat(read(folder.resolve(name), Corpus.TEXT))
                    .as(name)
                    .containsExactly(
                            new Corpus.Document("The lamp was out.", Map.of("form", "diary")),
                            new Corpus.Document("Nobody came.", Map.of()));
        }
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNamesAndEachShardOnce() throws IOException {
        Files.writeString(folder.resolve("part-1.jsonl"), "{\"text\": \"one\"}\n");
        Files.copy(STRANGERS.resolve("stranger-zstd.parquet"), folder.resolve("part-1.parquet"));
        Files.writeString(folder.resolve("part-2.txt"), "two");
        Files.writeString(folder.resolve("notes.md"), "not read");

        assertThat(read(folder, Corpus.TEXT).stream().map(Corpus.Document::text))
                .containsExactly("one", "two");
    }

    @Test
    void aRunIsReadFromItsAcceptedStories() throws IOException {
        Files.createDirectories(folder.resolve("shards"));
        Files.createDirectories(folder.resolve("rejects"));
        Files.writeString(folder.resolve("shards/part-00000.jsonl"), "{\"text\": \"accepted\"}\n");
        Files.writeString(folder.resolve("rejects/part-00000.jsonl"), "{\"text\": \"rejected\"}\n");

        assertThat(read(folder, Corpus.TEXT).stream().map(Corpus.Document::text))
                .containsExactly("accepted");
    }

    @Test
    void whatIsWrongIsNamedWithItsPlaceAndARemedy() throws IOException {
        Path lines = folder.resolve("x.jsonl");
        Files.writeString(lines, "{\"text\": \"one\"}\n{\"story\": \"two\", \"id\": 4}\n");
        assertThatThrownBy(() -> read(lines, Corpus.TEXT))
                .isInstanceOf(CorpusProblem.class)
                .hasMessageContaining("x.jsonl:2")
                .hasMessageContaining("story, id")
                .hasMessageContaining("--text-field");
        Files.writeString(lines, "{\"text\": \"one\"}\n{\"text\": \"tw\n");
        assertThatThrownBy(() -> read(lines, Corpus.TEXT))
                .hasMessageContaining("x.jsonl:2:")
                .hasMessageContaining("JSON");
        Files.writeString(lines, "[1, 2]\n");
        assertThatThrownBy(() -> read(lines, Corpus.TEXT)).hasMessageContaining("x.jsonl:1 is not a JSON object");
        assertThatThrownBy(() -> read(STRANGERS.resolve("stranger-gzip.parquet"), Corpus.TEXT))
                .hasMessageContaining("no string column 'text'")
                .hasMessageContaining("id, story, form, tags");
        assertThatThrownBy(() -> read(folder.resolve("gone"), Corpus.TEXT)).hasMessageContaining("is not there");
        Path other = Files.writeString(folder.resolve("x.csv"), "a,b\n");
        assertThatThrownBy(() -> read(other, Corpus.TEXT))
                .hasMessageContaining("x.csv")
                .hasMessageContaining(".parquet");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> read(empty, Corpus.TEXT)).hasMessageContaining("holds no file that is read");
    }

    private static List<Corpus.Document> read(Path path, String field) {
        var read = new ArrayList<Corpus.Document>();
        assertThat(Corpus.read(path, field, read::add)).isEqualTo(read.size());
        return read;
    }

    private interface Wrapped {
        OutputStream of(OutputStream out) throws IOException;
    }

    private void write(String name, Wrapped wrapped) throws IOException {
        try (OutputStream out = wrapped.of(Files.newOutputStream(folder.resolve(name)))) {
            out.write(TWO.getBytes(StandardCharsets.UTF_8));
        }
    }
}
