package dev.parable.templates;

import dev.parable.domain.Event;
import dev.parable.domain.Keyed;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import freemarker.template.SimpleNumber;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateNumberModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words passages for one story: slots by its discourse, alternatives by its key. One thread, one story. */
final class Worder {

    private final Scenario scenario;
    private final Discourse discourse;
    private final Map<String, TemplateModel> model = new HashMap<>();
    private long choiceKey;

    Worder(Scenario scenario, @Nullable Role teller, Map<String, String> extra) {
        this.scenario = scenario;
        discourse = new Discourse(scenario.cast(), teller);
        var phrases = new HashMap<>(scenario.phrases());
        for (Event event : scenario.events()) {
            phrases.put("event." + event.beat().id(), event.text());
        }
        phrases.putAll(extra);
        var narrated = new View(discourse, phrases, false);
        var spoken = new View(discourse, phrases, true);
        model.put("n", narrated);
        model.put("s", spoken);
        model.put("pick", (TemplateMethodModelEx) this::pick);
        narrated.root(model);
        spoken.root(model);
    }

    Discourse discourse() {
        return discourse;
    }

    Scenario scenario() {
        return scenario;
    }

    /** The paragraphs of a passage, told by whoever tells now. */
    List<Said> word(Passage passage) {
        begin(passage);
        List<Said> said = new ArrayList<>();
        for (Line line : passage.lines()) {
            said.add(word(line));
        }
        return said;
    }

    /** Begins a passage whose lines are worded one by one. */
    void begin(Passage passage) {
        choiceKey = Keyed.key(scenario.key(), passage.id());
    }

    /** The next line of the passage that was begun. */
    Said word(Line line) {
        Role speaker = line.speaker();
        if (speaker == null) {
            return new Said.Narrated(render(line.text()));
        }
        String text = render(line.text());
        String stage = line.stage() == null ? "" : render(line.stage());
        return new Said.Spoken(speaker, text, stage);
    }

    /** A spec's text with its slots filled. */
    String plain(String text) {
        return render(new Wording(text, false));
    }

    private String render(Wording wording) {
        choiceKey = Keyed.key(choiceKey, 1);
        return discourse.toldOnce(Sandbox.render(wording.template(), model).strip());
    }

    private Object pick(@SuppressWarnings("rawtypes") List arguments) {
        int ordinal = intOf(arguments.get(0));
        int size = intOf(arguments.get(1));
        return new SimpleNumber(Keyed.below(Keyed.key(choiceKey, ordinal), size));
    }

    private static int intOf(Object argument) {
        try {
            return ((TemplateNumberModel) argument).getAsNumber().intValue();
        } catch (freemarker.template.TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }
}
