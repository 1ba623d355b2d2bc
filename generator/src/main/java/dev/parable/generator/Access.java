package dev.parable.generator;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Reply;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.ServedModel;
import dev.parable.generator.llm.Traffic;
import dev.parable.generator.models.Models;
import dev.parable.generator.models.Roles;
import dev.parable.quality.Criterion;
import dev.parable.templates.Stage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The models of a run, opened, in their roles, each asked through the ledger. A server is opened once, however many roles
 * its model has.
 */
final class Access implements AutoCloseable {

    /** What is judged is nearly done, and goes before all stages of the telling. */
    private static final int JUDGED = 4;

    /** What judges are asked for on planted texts, in the ledger's account. */
    static final String TRIAL = "trial";

    private final Models models;
    private final Map<String, ServedModel> served = new LinkedHashMap<>();
    private final Deque<PaidOnce> asked = new ArrayDeque<>();
    private final Ledger ledger;
    private final Allowance allowance;
    private final Function<String, @Nullable Reply> earlier;
    private final @Nullable Asked used;
    private @Nullable BatchDesk desk;

    private Access(
            Models models,
            Ledger ledger,
            Allowance allowance,
            Function<String, @Nullable Reply> earlier,
            @Nullable Asked used) {
        this.models = models;
        this.ledger = ledger;
        this.allowance = allowance;
        this.earlier = earlier;
        this.used = used;
    }

    /**
     * Opens every model that has a role; nothing is sent yet.
     *
     * @param environment where keys are looked up
     * @param earlier what other runs have paid for, by key
     * @throws IllegalArgumentException when a key's variable is not set
     */
    static Access open(
            Models models,
            Map<String, String> environment,
            Ledger ledger,
            Allowance allowance,
            Function<String, @Nullable Reply> earlier) {
        return open(models, environment, ledger, allowance, earlier, null, null);
    }

    /**
     * The same; where models are asked by batches, their servers are asked whether they have any, which costs nothing.
     *
     * @param used takes note of every completion that is asked for; null where nobody counts them
     * @param batching null where models are asked at once
     * @throws BadInput when a model's server has no batches, or when batches are out and models are to be asked at once
     */
    static Access open(
            Models models,
            Map<String, String> environment,
            Ledger ledger,
            Allowance allowance,
            Function<String, @Nullable Reply> earlier,
            @Nullable Asked used,
            @Nullable Batching batching) {
        var access = new Access(models, ledger, allowance, earlier, used);
        try {
            for (String name : models.roles().asked()) {
                access.served.put(name, ServedModel.open(models.named(name), environment));
            }
            if (batching != null) {
                BatchDesk desk = new BatchDesk(BatchSupport.of(access.served, models), ledger, allowance, batching);
                access.desk = desk;
                allowance.stop().tell(desk::beginNoMore);
            } else if (!ledger.out().isEmpty()) {
                throw new BadInput(
                        "%d batches of this run are out, and asking at once would pay for them twice; collect them with --batch"
                                .formatted(ledger.out().size()));
            }
            allowance.stop().tell(access::beginNoMore);
            return access;
        } catch (RuntimeException e) {
            access.close();
            throw e;
        }
    }

    Writers writers() {
        Map<String, Writers.Writer> writers = new LinkedHashMap<>();
        for (String name : models.roles().writer().keySet()) {
            PaidOnce once = asking(name, Roles.WRITER);
            writers.put(
                    name,
                    new Writers.Writer(
                            models.named(name).modelName(), stage -> ranked(once, name, Roles.WRITER, rank(stage))));
        }
        return new Writers(models.roles(), writers);
    }

    /** Null where nobody criticises. */
    @Nullable
    LanguageModel critic() {
        String name = models.roles().critic();
        return name == null ? null : asking(name, Roles.CRITIC, rank(Stage.CRITIQUE));
    }

    /** Those that are asked, by their servers' names for the models. */
    JudgePanel judges() {
        Map<Criterion, JudgePanel.Seat> seats = new EnumMap<>(Criterion.class);
        models.roles()
                .judges()
                .forEach((judge, name) -> seats.put(
                        judge,
                        new JudgePanel.Seat(
                                models.named(name).modelName(),
                                asking(name, judge.id(), JUDGED),
                                asking(name, TRIAL, JUDGED))));
        return new JudgePanel(seats);
    }

    /** What goes on at all servers together. */
    Calls calls(double spent) {
        int inFlight = 0;
        int waiting = 0;
        long answered = 0;
        long slowed = 0;
        for (ServedModel model : served.values()) {
            Traffic traffic = model.traffic();
            inFlight += traffic.inFlight();
            waiting += traffic.waiting();
            answered += traffic.answered();
            slowed += traffic.toldToSlowDown();
        }
        return new Calls(inFlight, waiting, answered, slowed, spent, desk == null ? null : desk.batched());
    }

    private int beginNoMore() {
        served.values().forEach(ServedModel::beginNoMore);
        return served.values().stream()
                .mapToInt(model -> model.traffic().inFlight())
                .sum();
    }

    private static int rank(Stage stage) {
        return switch (stage) {
            case OUTLINES -> 0;
            case STORY -> 1;
            case CRITIQUE -> 2;
            case REWRITE -> 3;
            default -> JUDGED;
        };
    }

    private LanguageModel asking(String name, String role, int rank) {
        return ranked(asking(name, role), name, role, rank);
    }

    private LanguageModel ranked(PaidOnce once, String name, String role, int rank) {
        LanguageModel model = once.ranked(rank);
        Asked to = used;
        if (to == null) {
            return model;
        }
        String sampling = models.named(name).sampling();
        return prompt -> {
            to.note(PaidOnce.key(sampling, prompt), name, role);
            return model.reply(prompt);
        };
    }

    private PaidOnce asking(String name, String role) {
        ServedModel model = served.get(name);
        if (model == null) {
            throw new IllegalStateException("model %s has no role".formatted(name));
        }
        ModelSettings settings = models.named(name);
        Source source = desk == null ? new LiveCalls(model::ranked, name, ledger, allowance) : desk.of(name);
        var once = new PaidOnce(source, name, role, settings.sampling(), ledger, earlier);
        asked.push(once);
        return once;
    }

    /** What is out ends in the ledger, then the servers are left. */
    @Override
    public void close() {
        if (desk != null) {
            desk.close();
        }
        asked.forEach(PaidOnce::close);
        served.values().forEach(ServedModel::close);
    }
}
