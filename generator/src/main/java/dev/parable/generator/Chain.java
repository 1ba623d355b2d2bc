package dev.parable.generator;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Provenance;
import dev.parable.domain.Reply;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Storyteller;
import dev.parable.domain.Telling;
import dev.parable.domain.Usage;
import dev.parable.generator.models.ChainSettings;
import dev.parable.quality.StructuredAnswer;
import dev.parable.templates.Guidance;
import dev.parable.templates.Prompts;
import dev.parable.templates.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scenario by LLMs: candidate outlines, a draft by an unlikely one of them, a critique by a model that does not
 * see the plan, and one rewrite from an empty page where the critique found anything. A draft without fatal problems
 * stands when its critique or its rewrite comes to nothing; what became of each stage is in the trace.
 */
final class Chain implements Storyteller {

    private final Writers writers;
    private final @Nullable LanguageModel critic;
    private final ChainSettings settings;
    private final Prompts prompts;
    private final Map<String, String> specs;
    private final IntFunction<List<String>> avoid;

    /**
     * @param critic null where the settings ask for no critique
     * @param specs the SHA-256 of each archetype's spec, by archetype id
     * @param avoid phrases to leave out, by wave
     */
    Chain(
            Writers writers,
            @Nullable LanguageModel critic,
            ChainSettings settings,
            Prompts prompts,
            Map<String, String> specs,
            IntFunction<List<String>> avoid) {
        if (settings.critique() && critic == null) {
            throw new IllegalArgumentException("a critique is asked for, and there is no critic");
        }
        this.writers = writers;
        this.critic = critic;
        this.settings = settings;
        this.prompts = prompts;
        this.specs = Map.copyOf(specs);
        this.avoid = avoid;
    }

    @Override
    public Telling tell(Scenario scenario) {
        return new Way(scenario, writers.of(scenario)).go();
    }

    /** One scenario's way through the stages. */
    private final class Way {

        private final Scenario scenario;
        private final Writers.Writer writer;
        private final Map<String, String> trace = new LinkedHashMap<>();
        private Usage usage = Usage.NONE;

        Way(Scenario scenario, Writers.Writer writer) {
            this.scenario = scenario;
            this.writer = writer;
        }

        Telling go() {
            var guidance = new Guidance(settings.outlines() > 0 ? outline() : "", avoid.apply(scenario.wave()));
            Prompt request = prompts.story(scenario, guidance);
            Reply draft = ask(request, Stage.STORY);
            if (!(draft instanceof Reply.Completed completed)) {
                return untold(draft, request, "");
            }
            String text = text(completed.text());
            Critique critique =
                    critic == null || !settings.critique() ? new Critique(List.of()) : critique(critic, text);
            if (critique.problems().isEmpty() || !settings.rewrite()) {
                return told(text, request, Stage.STORY);
            }
            Prompt again = prompts.rewrite(scenario, guidance, critique.problems());
            Reply rewrite = ask(again, Stage.REWRITE);
            if (rewrite instanceof Reply.Completed anew) {
                trace.put("rewrite", "told");
                return told(text(anew.text()), again, Stage.REWRITE);
            }
            trace.put("rewrite", cause(rewrite));
            return critique.fatal()
                    ? untold(rewrite, again, "the draft had fatal problems: " + critique.problems() + "\n\n" + text)
                    : told(text, request, Stage.STORY);
        }

        private String outline() {
            return switch (StructuredAnswer.of(
                    writer.at().apply(Stage.OUTLINES),
                    prompts.outlines(scenario, settings.outlines()),
                    Outlines::read)) {
                case StructuredAnswer.Read<Outlines> read -> {
                    usage = usage.plus(read.usage());
                    Outlines.Candidate chosen = read.value().unlikely(scenario.key());
                    trace.put(
                            "outline",
                            "%d of %d, p=%s"
                                    .formatted(
                                            read.value().candidates().indexOf(chosen) + 1,
                                            read.value().candidates().size(),
                                            chosen.probability()));
                    yield chosen.outline();
                }
                case StructuredAnswer.Unread<Outlines> unread -> {
                    usage = usage.plus(unread.usage());
                    trace.put("outline", unread.cause());
                    yield "";
                }
                case StructuredAnswer.Unavailable<Outlines> gone ->
                    throw new ModelUnavailable(writer.name(), gone.reply());
            };
        }

        private Critique critique(LanguageModel critic, String text) {
            return switch (StructuredAnswer.of(critic, prompts.critique(scenario, text), Critique::read)) {
                case StructuredAnswer.Read<Critique> read -> {
                    usage = usage.plus(read.usage());
                    trace.put(
                            "critique", Integer.toString(read.value().problems().size()));
                    yield read.value();
                }
                case StructuredAnswer.Unread<Critique> unread -> {
                    usage = usage.plus(unread.usage());
                    trace.put("critique", unread.cause());
                    yield new Critique(List.of());
                }
                case StructuredAnswer.Unavailable<Critique> gone -> throw new ModelUnavailable("critic", gone.reply());
            };
        }

        private Reply ask(Prompt prompt, Stage stage) {
            Reply reply = writer.at().apply(stage).reply(prompt);
            if (reply instanceof Reply.Unavailable gone) {
                throw new ModelUnavailable(writer.name(), gone);
            }
            usage = usage.plus(reply.usage());
            return reply;
        }

        private Telling told(String text, Prompt prompt, Stage stage) {
            return new Telling.Told(Story.of(scenario, text, provenance(prompt, stage)));
        }

        /** @param besides what else must not be lost; may be empty */
        private Telling untold(Reply reply, Prompt prompt, String besides) {
            String detail = besides.isEmpty() ? reply.said() : reply.said() + "\n\n" + besides;
            return new Telling.Untold(scenario, cause(reply), detail, provenance(prompt, Stage.STORY));
        }

        private Provenance provenance(Prompt prompt, Stage stage) {
            trace.put("input_tokens", Integer.toString(usage.inputTokens()));
            trace.put("output_tokens", Integer.toString(usage.outputTokens()));
            if (usage.reasoningTokens() > 0) {
                trace.put("reasoning_tokens", Integer.toString(usage.reasoningTokens()));
            }
            return new Provenance(
                    "llm",
                    writer.name(),
                    specs.getOrDefault(scenario.cell().archetype(), ""),
                    prompts.sha256(stage),
                    PaidOnce.key("", prompt),
                    trace);
        }
    }

    private static String cause(Reply reply) {
        return switch (reply) {
            case Reply.Completed c -> "told";
            case Reply.Truncated t -> "truncated";
            case Reply.Refused r -> "refused";
            case Reply.Failed f -> "failed";
            case Reply.Unavailable u -> "unavailable";
        };
    }

    /** Line ends and outer white space are the transport's; the words are the model's and stay. */
    static String text(String reply) {
        return reply.replace("\r\n", "\n").strip();
    }
}
