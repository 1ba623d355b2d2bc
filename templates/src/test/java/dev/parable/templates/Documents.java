package dev.parable.templates;

import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Pronouns;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import dev.parable.domain.Shape;
import java.util.ArrayList;
import java.util.List;

/** Documents of one form by one teller, of many dilemmas of the shipped bank. */
final class Documents {

    private static final int STORIES = 12;

    record Document(Scenario scenario, String text) {

        List<String> paragraphs() {
            return List.of(text.split("\n\n", -1));
        }
    }

    private Documents() {}

    static List<Document> told(Form form, Narrator narrator) {
        List<Document> documents = new ArrayList<>();
        List<Shipped.Dilemma> dilemmas = Shipped.tempting();
        for (int i = 0; i < STORIES; i++) {
            Scenario scenario = Shipped.spread(dilemmas.get(i * 7 % dilemmas.size()), i)
                    .application(dev.parable.domain.Application.APPLY)
                    .told(form, narrator)
                    .shape(List.of(Shape.LINEAR, Shape.REFUSED_TWICE, Shape.SLIP_AND_DISCLOSURE, Shape.HANDOVER)
                            .get(i % 4))
                    .played(Role.AI, "Quillon", "Quillon", Pronouns.IT)
                    .build();
            documents.add(new Document(scenario, Tiny.text(Shipped.BANK, scenario)));
        }
        return documents;
    }
}
