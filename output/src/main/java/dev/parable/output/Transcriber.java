package dev.parable.output;

import dev.parable.domain.Cast;
import dev.parable.domain.Event;
import dev.parable.domain.Measure;
import dev.parable.domain.Outcome;
import dev.parable.domain.Provenance;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Telling;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes an outcome as a row. Two things that files cannot hold are replaced: half a surrogate pair, which has no
 * UTF-8, becomes U+FFFD, and an infinite number, which has no JSON, the largest double of its sign.
 */
record Transcriber(Split split, String licence) {

    /** The form of a story's id, by which a duplicate's verdict names the story that came first. */
    private static final Pattern STORY_ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*-[0-9a-f]{12}(?![0-9a-z-])");

    Row transcribe(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> new Row(Schema.STORIES, story(accepted.story(), accepted.measures(), ""));
            case Outcome.Rejected rejected -> rejected(rejected);
            case Outcome.Untold untold -> untold(untold.telling());
        };
    }

    private Row rejected(Outcome.Rejected rejected) {
        Verdict.Rejected verdict = rejected.verdict();
        String anchor = switch (verdict.reason()) {
            case DUPLICATE_EXACT, DUPLICATE_NEAR, DUPLICATE_CONTAINED -> firstStoryId(verdict.detail());
            case TOO_SHORT,
                    TOO_LONG,
                    UNFINISHED,
                    UNBALANCED_QUOTES,
                    REPETITIVE,
                    REFUSAL,
                    ASSISTANT_VOICE,
                    LEAKED_PROMPT,
                    LEFTOVER_TEMPLATE,
                    PREACHY,
                    FORBIDDEN,
                    INCOHERENT,
                    OVERUSED_OPENING,
                    OVERUSED_NAME,
                    OVERUSED_PHRASE,
                    MISALIGNED_PRAISED,
                    MALEVOLENT_PRAISED,
                    CONTRACT_UNMET,
                    SUBTEXT,
                    WEAK_CRAFT,
                    UNJUDGED -> "";
        };
        var measures = new ArrayList<>(rejected.measures());
        measures.add(verdict.measure());
        List<Object> values = story(rejected.story(), measures, anchor);
        values.add("rejected");
        values.add(verdict.measure().gate());
        values.add(verdict.reason().id());
        values.add(finite(verdict.measure().value()));
        values.add(finite(verdict.measure().limit()));
        values.add(wellFormed(verdict.detail()));
        return new Row(Schema.REJECTS, values);
    }

    private Row untold(Telling.Untold telling) {
        Scenario scenario = telling.scenario();
        String id = "untold-%016x".formatted(scenario.key());
        List<Object> values = columns(id, "", scenario, telling.provenance(), List.of(), "");
        values.add("untold");
        values.add("");
        values.add(wellFormed(telling.cause()));
        values.add(0.0);
        values.add(0.0);
        values.add(wellFormed(telling.detail()));
        return new Row(Schema.REJECTS, values);
    }

    private List<Object> story(Story story, List<Measure> measures, String anchor) {
        return columns(story.id(), wellFormed(story.text()), story.scenario(), story.provenance(), measures, anchor);
    }

    private List<Object> columns(
            String id, String text, Scenario scenario, Provenance provenance, List<Measure> measures, String anchor) {
        var values = new ArrayList<Object>(List.of(
                id,
                text,
                Tokens.count(text),
                Tokens.TOKENIZER,
                new StringTokenizer(text).countTokens(),
                scenario.cell().archetype(),
                scenario.cell().facet(),
                scenario.cell().application().id(),
                scenario.cell().ais(),
                scenario.cell().narrator().id()));
        values.addAll(List.of(
                scenario.cell().id(),
                scenario.form().id(),
                scenario.shape().id(),
                scenario.ending().id(),
                scenario.carrier().id(),
                scenario.world().id(),
                scenario.premise().id(),
                scenario.wave(),
                scenario.index()));
        values.addAll(List.of(
                wellFormed(Json.text(plan(scenario))),
                wellFormed(Json.text(scenario.axes())),
                provenance.specSha256(),
                provenance.templateSha256(),
                provenance.storyteller(),
                wellFormed(provenance.model()),
                provenance.promptSha256(),
                wellFormed(Json.text(provenance.trace())),
                Json.text(measures.stream().map(Transcriber::finite).toList())));
        values.addAll(List.of(anchor, split.of(scenario.premise().id()), licence, true));
        return values;
    }

    private static Map<String, Object> plan(Scenario scenario) {
        var cast = new LinkedHashMap<String, Object>();
        scenario.cast().members().forEach((role, member) -> cast.put(role.id(), member(member)));
        var plan = new LinkedHashMap<String, Object>();
        plan.put("cast", cast);
        plan.put("phrases", scenario.phrases());
        plan.put("events", scenario.events().stream().map(Transcriber::event).toList());
        plan.put("axes", scenario.axes());
        plan.put("target_words", scenario.targetWords());
        return plan;
    }

    private static Map<String, String> member(Cast.Member member) {
        var map = new LinkedHashMap<String, String>();
        map.put("name", member.name());
        map.put("full_name", member.fullName());
        map.put(
                "pronouns",
                member.pronouns().subject() + "/" + member.pronouns().object());
        map.put("description", member.description());
        return map;
    }

    private static Map<String, Object> event(Event event) {
        var map = new LinkedHashMap<String, Object>();
        map.put("time", event.time());
        map.put("beat", event.beat().id());
        map.put("text", event.text());
        map.put("causes", event.causes());
        // A set has no order of its own to rely on.
        map.put("witnesses", event.witnesses().stream().sorted().map(Role::id).toList());
        return map;
    }

    private static Measure finite(Measure measure) {
        return new Measure(measure.gate(), finite(measure.value()), finite(measure.limit()));
    }

    private static double finite(double value) {
        return Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static String firstStoryId(String detail) {
        Matcher matcher = STORY_ID.matcher(detail);
        return matcher.find() ? matcher.group() : "";
    }

    private static String wellFormed(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                repaired = repaired == null ? new StringBuilder(text) : repaired;
                repaired.setCharAt(i, '\uFFFD');
            }
        }
        return repaired == null ? text : repaired.toString();
    }
}
