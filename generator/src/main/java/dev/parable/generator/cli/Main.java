package dev.parable.generator.cli;

import dev.parable.generator.BadInput;
import dev.parable.generator.ModelUnavailable;
import dev.parable.generator.PilotStopped;
import dev.parable.generator.RunStopped;
import dev.parable.generator.Uncalibrated;
import dev.parable.templates.TemplateProblem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program. */
@Command(
        name = "parable",
        version = "parable 0.1.0",
        mixinStandardHelpOptions = true,
        subcommands = {
            GenerateCommand.class,
            PlanCommand.class,
            PromptCommand.class,
            PilotCommand.class,
            EstimateCommand.class,
            ModelsCommand.class,
            JudgesCommand.class,
            PreviewCommand.class,
            LintCommand.class,
            GatesCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            SearchCommand.class,
            MeasureCommand.class,
            JudgeCommand.class,
            HelpCommand.class
        },
        description = "Writes fiction in which AIs behave well, as training data for language models.",
        footer = {
            "",
            "Examples:",
            "  parable generate                                  1,000 stories by the composer, under runs/",
            "  parable preview -n 4                              four stories with their plans and verdicts; lands nothing",
            "  parable preview -n 2 --archetype owning-mistakes  of one archetype",
            "  parable lint specs/mine.yaml                      everything that is wrong with a spec",
            "  parable gates > gates.yaml                        every gate and its limits, to be set by generate --gates",
            "  parable plan --specs specs --count 5000           what would be told, before anything is",
            "  parable prompt --show 3                           the request that an LLM would get",
            "  parable generate --model openai:qwen3 --base-url http://localhost:8000/v1 --concurrency 64",
            "  parable pilot --models models.yaml --count 100000  a large run's first stories, for their figures",
            "  parable estimate runs/pilot --count 100000        what a large run by models would take",
            "  parable models check                              what works of the models in models.yaml",
            "  parable verify runs/seed-1-count-1000             re-reads every byte of a run",
            "  parable explain honesty-under-pressure-0f3a       a story's receipt",
            "  parable measure runs/mine human.jsonl.gz          how alike the texts are, side by side",
            "  parable judge human.jsonl.gz --gates gates.yaml   what the gates make of any corpus",
            "",
            "Exit codes: 0 done, 1 fault (run the same command again), 2 bad input, 3 fewer stories than asked for,",
            "4 verification or a check of models or judges found something, 5 the run stopped itself: its judges fail their planted",
            "texts, its first stories show that the rest is not worth telling, its budget or its time is used up, batches are out, or it was",
            "stopped by Ctrl-C or SIGTERM, once; a second time ends it at once with 130 or 143."
        })
public final class Main {

    /** Held, so that its level is: Lucene remarks at start that a faster module could be added. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        LUCENE.setLevel(Level.SEVERE);
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = commandLine().setOut(out).setErr(err).execute(arguments);
        out.flush();
        err.flush();
        return exit;
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(new CommandLine.RunLast())
                .setParameterExceptionHandler(new TypoHandler())
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    PrintWriter err = command.getErr();
                    if (fault instanceof BadInput || fault instanceof TemplateProblem) {
                        err.println(fault.getMessage());
                        return Exit.BAD_INPUT;
                    }
                    err.println("parable: " + describe(fault));
                    if (fault instanceof PilotStopped) {
                        err.println(
                                "Nothing that landed is lost. Mend the specs or the prompts, or go on all the same with --no-pilot.");
                        return Exit.STOPPED;
                    }
                    if (fault instanceof Uncalibrated) {
                        return Exit.STOPPED;
                    }
                    if (fault instanceof RunStopped) {
                        err.println("Nothing that was paid for is lost.");
                        return Exit.STOPPED;
                    }
                    if (fault instanceof ModelUnavailable) {
                        err.println("Nothing that landed is lost. Mend it and run the same command again; it goes on.");
                        return Exit.FAULT;
                    }
                    if (System.getenv("PARABLE_DEBUG") != null) {
                        fault.printStackTrace(err);
                    } else {
                        err.println("Set PARABLE_DEBUG=1 for the whole trace. A run can be started again; it goes on.");
                    }
                    return Exit.FAULT;
                });
    }

    private static String describe(Throwable fault) {
        var text = new StringBuilder(String.valueOf(fault.getMessage() == null ? fault : fault.getMessage()));
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\n  because ").append(cause.getMessage() == null ? cause : cause.getMessage());
        }
        return text.toString();
    }
}
