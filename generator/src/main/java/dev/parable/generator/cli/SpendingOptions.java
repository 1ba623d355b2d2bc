package dev.parable.generator.cli;

import dev.parable.generator.BadInput;
import dev.parable.generator.Batching;
import dev.parable.generator.Spending;
import dev.parable.generator.Teller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run may spend on models, and until when. */
final class SpendingOptions {

    private static final Pattern MONEY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*\\p{Alpha}{0,3}");

    @Option(
            names = "--budget",
            paramLabel = "MONEY",
            description =
                    "Stop before the models' calls cost more, such as 50USD; needs their prices. Run again with more to go on. Default: no limit.")
    @Nullable
    String budget;

    @Option(
            names = "--until",
            paramLabel = "HH:MM",
            description =
                    "Begin no call after this time of day, or after this date and time (2031-03-04T06:00). Run again to go on.")
    @Nullable
    String until;

    @Option(
            names = "--paid",
            paramLabel = "RUN",
            description =
                    "A run whose completions are taken over where the same model was asked the same; may be repeated. Previews are taken over without being named.")
    List<Path> paid = new ArrayList<>();

    @Option(
            names = "--batch",
            arity = "0..1",
            fallbackValue = "wait",
            paramLabel = "wait|submit",
            description =
                    "Ask the models by batches, at half of their price, within a day each. wait: until all is told, the default; submit: hand in what can be, collect what is ready, and stop. Run the same again to go on.")
    @Nullable
    Way batch;

    /** What a run does while its batches are out. */
    enum Way {
        WAIT,
        SUBMIT
    }

    /** How the models are asked by batches; null where they are not. */
    @Nullable
    Batching batching() {
        return batch == null ? null : batch == Way.WAIT ? Batching.WAIT : Batching.SUBMIT;
    }

    Spending spending(boolean byModels, Clock clock) {
        if (!byModels) {
            if (budget != null || until != null || !paid.isEmpty() || batch != null) {
                throw new BadInput("--budget, --until, --paid and --batch are for models; the composer costs nothing");
            }
            return Spending.FREE;
        }
        List<Path> runs = new ArrayList<>(paid);
        if (Files.isRegularFile(Teller.PREVIEWED.resolve("ledger.db"))) {
            runs.add(Teller.PREVIEWED);
        }
        return new Spending(money(), instant(clock), runs, batching());
    }

    private double money() {
        if (budget == null) {
            return Double.POSITIVE_INFINITY;
        }
        Matcher matcher = MONEY.matcher(budget.strip());
        double money = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (!(money > 0)) {
            throw new BadInput(
                    "--budget %s: a positive amount in the currency of the models' prices, such as 50 or 50USD"
                            .formatted(budget));
        }
        return money;
    }

    private @Nullable Instant instant(Clock clock) {
        if (until == null) {
            return null;
        }
        ZonedDateTime now = ZonedDateTime.now(clock);
        try {
            if (until.contains("T")) {
                Instant at = LocalDateTime.parse(until).atZone(clock.getZone()).toInstant();
                if (!at.isAfter(now.toInstant())) {
                    throw new BadInput("--until %s lies in the past".formatted(until));
                }
                return at;
            }
            LocalTime time = LocalTime.parse(until.length() == 4 ? "0" + until : until);
            LocalDate day = time.isAfter(now.toLocalTime())
                    ? now.toLocalDate()
                    : now.toLocalDate().plusDays(1);
            return time.atDate(day).atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadInput(
                    "--until %s: a time such as 06:00, or a date and time such as 2031-03-04T06:00".formatted(until));
        }
    }
}
