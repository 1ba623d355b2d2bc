package dev.parable.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS, with a certificate made for the test, trusted as the JVM's own trust store is. */
@Timeout(60)
class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    private final Vertx vertx = Vertx.vertx();
    private final Queue<HttpVersion> versions = new ConcurrentLinkedQueue<>();

    @TempDir
    static Path directory = Path.of("");

    private static Path store = Path.of("");

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException {
        store = directory.resolve("store.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-alias",
                "server");
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    @AfterEach
    void closeServer() throws Exception {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void theBestVersionThatTheServerOffersIsSpoken(HttpVersion best) throws Exception {
        trustTheCertificate();
        assertThat(replyFrom("https://localhost:" + serve(best)))
                .isEqualTo(new Reply.Completed("Once.", new Usage(7, 5)));
        assertThat(versions).containsExactly(best);
    }

    @Test
    void aCertificateThatIsNotTrustedIsAFailureOfTheConnectionAndNothingIsSent() throws Exception {
        Reply reply = replyFrom("https://localhost:" + serve(HttpVersion.HTTP_2));
        assertThat(((Reply.Unavailable) reply).cause()).isEqualTo("connection");
        assertThat(versions).isEmpty();
    }

    @Test
    void aCertificateOfAnotherHostIsAFailureOfTheConnectionAndNothingIsSent() throws Exception {
        trustTheCertificate();
        Reply reply = replyFrom("https://127.0.0.1:" + serve(HttpVersion.HTTP_2));
        assertThat(((Reply.Unavailable) reply).cause()).isEqualTo("connection");
        assertThat(versions).isEmpty();
    }

    private int serve(HttpVersion best) throws Exception {
        List<HttpVersion> offered =
                best == HttpVersion.HTTP_2 ? List.of(best, HttpVersion.HTTP_1_1) : List.of(HttpVersion.HTTP_1_1);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setAlpnVersions(offered)
                        .setKeyCertOptions(
                                new JksOptions().setPath(store.toString()).setPassword(PASSWORD)))
                .requestHandler(request -> {
                    versions.add(request.version());
                    request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(Scripts.completion("{\"content\":\"Once.\"}", "\"stop\""));
                });
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    private void trustTheCertificate() {
        System.setProperty(TRUST_STORE, store.toString());
        System.setProperty(TRUST_STORE + "Password", PASSWORD);
    }

    private static Reply replyFrom(String origin) {
        ModelSettings settings = ModelSettings.parse("openai:m")
                .withBaseUrl(origin + "/v1")
                .withApiKeyVariable("")
                .withRetries(1);
        try (ServedModel model = ServedModel.open(
                settings, Map.of(), TestBench.limits(TestBench.AMPLE, TestBench.AMPLE), new FakeTime())) {
            return model.reply(TestBench.PROMPT);
        }
    }
}
