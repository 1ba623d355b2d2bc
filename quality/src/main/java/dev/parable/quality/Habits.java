package dev.parable.quality;

import dev.parable.domain.Story;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a storyteller does again and again: openings, and names that no plan dealt, as the {@link Governor} counts them. It
 * keeps each one that it sees, so it is for some hundred stories; {@link CorpusMeter} is for all.
 */
public final class Habits {

    private final Map<String, Integer> openings = new TreeMap<>();
    private final Map<String, Integer> names = new TreeMap<>();
    private int stories;

    /** Counts a story. */
    public void add(Story story) {
        Words words = Words.of(story.text());
        stories++;
        openings.merge(Governor.opening(words), 1, Integer::sum);
        InventedNames.of(story, words).forEach(name -> names.merge(name, 1, Integer::sum));
    }

    /** How many were counted. */
    public int stories() {
        return stories;
    }

    /** The commonest first three words with the share of stories that open so, commonest first. */
    public List<Diversity.Share> openings(int most) {
        return commonest(openings, most);
    }

    /** The commonest names with the share of stories that they are in, commonest first. */
    public List<Diversity.Share> names(int most) {
        return commonest(names, most);
    }

    private List<Diversity.Share> commonest(Map<String, Integer> counts, int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(entry -> new Diversity.Share(entry.getKey(), entry.getValue() / (double) stories))
                .toList();
    }
}
