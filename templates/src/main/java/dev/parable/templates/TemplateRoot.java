package dev.parable.templates;

import freemarker.core.ParseException;
import freemarker.core.TemplateElement;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of an operator's templates, or the shipped ones, rendered under bounds: nothing outside the folder is read, a
 * template that asks for a class, evaluates text, includes another or counts without end is refused before it runs, and
 * time and output are limited.
 */
final class TemplateRoot {

    static final int MOST_CHARACTERS = 200_000;
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\?(new|api|eval|eval_json|evalJson|interpret|absolute_template_name|absoluteTemplateName)\\b"
                    + "|^#(include|import|setting|visit|recurse)\\b"
                    + "|(?<![\\w)\\]])\\.(main|data_model|dataModel|globals|get_optional_template|getOptionalTemplate)\\b");
    private static final Pattern ENDLESS = Pattern.compile("\\.\\.\\s*(as\\b|[)>\\]}*,?]|$)");
    private static final Pattern HEADER = Pattern.compile("^\\s*[<\\[]#ftl\\b");

    private final @Nullable Path folder;

    private TemplateRoot(@Nullable Path folder) {
        this.folder = folder;
    }

    static TemplateRoot shipped() {
        return new TemplateRoot(null);
    }

    static TemplateRoot of(Path folder) {
        return new TemplateRoot(folder.toAbsolutePath().normalize());
    }

    /** Whether the folder holds a template of this name. */
    boolean has(String name) {
        return folder != null && Files.isRegularFile(folder.resolve(name));
    }

    /** Throws {@link TemplateProblem} if the folder holds none of these templates, or a template of another name. */
    void requireOnly(List<String> names) {
        Path root = Objects.requireNonNull(folder);
        try (Stream<Path> files = Files.list(root)) {
            List<String> there = files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".ftl"))
                    .sorted()
                    .toList();
            List<String> unknown =
                    there.stream().filter(n -> !names.contains(n)).toList();
            if (there.isEmpty() || !unknown.isEmpty()) {
                throw new TemplateProblem(
                        "%s holds %s; it may hold any of %s, and the shipped ones stand in for the others"
                                .formatted(
                                        root,
                                        unknown.isEmpty()
                                                ? "no template"
                                                : "templates that nothing asks for: " + unknown,
                                        names));
            }
        } catch (IOException e) {
            throw new TemplateProblem(
                    "%s cannot be read, which may hold any of %s: %s".formatted(root, names, e.getMessage()));
        }
    }

    /** The source of a template. Throws {@link TemplateProblem} if it is not in this root. */
    String source(String name) {
        try {
            if (folder == null) {
                try (InputStream in = TemplateRoot.class.getResourceAsStream("/prompts/" + name)) {
                    if (in == null) {
                        throw new TemplateProblem("template %s does not ship with the program".formatted(name));
                    }
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            Path root = folder.toRealPath();
            Path file = root.resolve(name).toRealPath();
            if (!file.startsWith(root)) {
                throw new TemplateProblem(
                        "template %s lies outside %s; keep templates in the folder".formatted(name, root));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new TemplateProblem("template %s cannot be read in %s: %s".formatted(name, folder, e.getMessage()));
        }
    }

    /** Compiles a template for {@link #render}. Throws {@link TemplateProblem} with name, line and remedy. */
    Template compile(String name) {
        String source = source(name);
        if (HEADER.matcher(source).find()) {
            // It is evaluated while the template is compiled, before anything in it can be looked at.
            throw new TemplateProblem("%s:1: a template has no ftl header; leave it out".formatted(name));
        }
        try {
            Configuration configuration = Sandbox.configuration();
            var template = new Template(name, source, configuration);
            check(template);
            // So that a loop without output can be stopped: each turn looks at the thread's interrupt flag.
            _CoreAPI.addThreadInterruptedChecks(template);
            return template;
        } catch (ParseException e) {
            throw new TemplateProblem(
                    "%s:%d:%d: %s".formatted(name, e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage()));
        } catch (IOException e) {
            throw new TemplateProblem("%s: %s".formatted(name, e.getMessage()));
        }
    }

    /** Looks at the parsed template, where neither comments nor brackets can hide anything. */
    @SuppressWarnings("deprecation") // The only way to the tree; FreeMarker deprecates it for want of a stable one.
    private static void check(Template template) {
        check(template.getName(), template.getRootTreeNode());
    }

    @SuppressWarnings("deprecation")
    private static void check(String name, @Nullable TemplateElement element) {
        if (element == null) {
            return;
        }
        String what = element.getDescription();
        if (!what.startsWith("text ")
                && (FORBIDDEN.matcher(what).find() || ENDLESS.matcher(what).find())) {
            throw new TemplateProblem(
                    "%s:%d:%d: %s is not allowed in a template; use plain values, lists and conditions"
                            .formatted(name, element.getBeginLine(), element.getBeginColumn(), what));
        }
        for (int i = 0; i < element.getChildCount(); i++) {
            check(name, _CoreAPI.getChildElement(element, i));
        }
    }

    /** Renders within the bounds. Throws {@link TemplateProblem} that names template, place and variable. */
    static String render(Template template, Map<String, Object> model) {
        return render(template, model, LONGEST);
    }

    static String render(Template template, Map<String, Object> model, Duration longest) {
        var out = new Bounded();
        var task = new FutureTask<@Nullable Void>(() -> {
            template.process(model, out);
            return null;
        });
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("render " + template.getName())
                .start(task);
        try {
            task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return out.text.toString();
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new TemplateProblem("template %s took longer than %d ms; look for a loop that does not end"
                    .formatted(template.getName(), longest.toMillis()));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new TemplateProblem("template %s was interrupted".formatted(template.getName()));
        } catch (ExecutionException e) {
            throw problem(template, e.getCause() == null ? e : e.getCause());
        }
    }

    private static TemplateProblem problem(Template template, Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof TemplateProblem problem) {
                return problem;
            }
        }
        return switch (cause) {
            case TemplateException e ->
                new TemplateProblem("%s:%s:%s: %s"
                        .formatted(
                                template.getName(),
                                e.getLineNumber() == null ? "?" : e.getLineNumber(),
                                e.getColumnNumber() == null ? "?" : e.getColumnNumber(),
                                what(e)));
            case StackOverflowError e ->
                new TemplateProblem("template %s calls itself without end".formatted(template.getName()));
            case OutOfMemoryError e ->
                new TemplateProblem("template %s builds a text without end".formatted(template.getName()));
            default -> new TemplateProblem("template %s: %s".formatted(template.getName(), cause));
        };
    }

    /** The first paragraph of FreeMarker's message, which names the variable on a line of its own. */
    private static String what(TemplateException e) {
        String message = e.getMessageWithoutStackTop() == null ? e.getMessage() : e.getMessageWithoutStackTop();
        return String.valueOf(message)
                .lines()
                .takeWhile(l -> !l.isBlank() && !l.startsWith("----"))
                .map(l -> l.replaceAll("^==> (.*?)\\s+\\[in template .*", "$1").strip())
                .collect(Collectors.joining(" "));
    }

    private static final class Bounded extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] buffer, int from, int length) {
            if (text.length() + length > MOST_CHARACTERS) {
                throw new TemplateProblem(
                        "a template wrote more than %,d characters; shorten it".formatted(MOST_CHARACTERS));
            }
            text.append(buffer, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
