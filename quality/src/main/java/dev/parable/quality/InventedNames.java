package dev.parable.quality;

import dev.parable.domain.Cast;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Probable names of a story that its plan did not supply: the storyteller's own. */
final class InventedNames {

    private InventedNames() {}

    static Set<String> of(Story story, Words words) {
        Set<String> found = new HashSet<>(CapitalisedWords.of(story.text(), words));
        if (!found.isEmpty()) {
            Set<String> planned = planned(story.scenario());
            found.removeIf(name -> planned.contains(name.toLowerCase(Locale.ROOT)));
        }
        return found;
    }

    private static Set<String> planned(Scenario scenario) {
        var text = new StringBuilder();
        for (Cast.Member member : scenario.cast().members().values()) {
            text.append(member.fullName())
                    .append(' ')
                    .append(member.name())
                    .append(' ')
                    .append(member.description());
            text.append(' ');
        }
        scenario.phrases().values().forEach(phrase -> text.append(phrase).append(' '));
        scenario.events().forEach(event -> text.append(event.text()).append(' '));
        Words words = Words.of(text.toString());
        Set<String> planned = new HashSet<>(words.tokens());
        for (int i = 0; i < words.size(); i++) {
            planned.add(words.base(i));
        }
        return planned;
    }
}
