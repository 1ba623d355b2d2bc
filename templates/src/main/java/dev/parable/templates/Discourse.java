package dev.parable.templates;

import dev.parable.domain.Cast;
import dev.parable.domain.Pronouns;
import dev.parable.domain.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the reader has been told so far: who has been introduced, and who was mentioned last. It decides between a full
 * introduction, a name and a pronoun (a pronoun only while nobody else whom it fits was mentioned since), and says "I"
 * for whoever tells.
 */
final class Discourse {

    private enum Worded {
        FIRST_PERSON,
        NAME,
        PRONOUN
    }

    private static final Pattern DETAIL = Pattern.compile(
            "(?:,| (?:of|who|whose|that|which|with|without|at|on|in|from|for|to|by|under|behind|beside|down|up)\\b).*");
    private static final List<String> SAYING = List.of(
            " was the ",
            " was a ",
            " was an ",
            " was one of ",
            " is the ",
            " is a ",
            " is an ",
            ", the ",
            ", a ",
            ", an ");
    private static final Set<String> OBJECTS = Set.of("thing", "seat", "drink", "tool", "noise", "door");

    private final Cast cast;
    private @Nullable Role teller;
    private final Set<Role> introduced = EnumSet.noneOf(Role.class);
    private final Set<Role> signed = EnumSet.noneOf(Role.class);
    private final Map<Role, Integer> mentioned = new EnumMap<>(Role.class);
    private final Map<Role, Worded> worded = new EnumMap<>(Role.class);
    private final Set<String> named = new HashSet<>();
    private int clock;

    Discourse(Cast cast, @Nullable Role teller) {
        this.cast = cast;
        this.teller = teller;
    }

    /** Who says "I" from here on, or null. */
    void tell(@Nullable Role by) {
        teller = by;
    }

    /** The document says by name who tells, so that others may call them by it. */
    void sign(Role by) {
        signed.add(by);
    }

    @Nullable
    Role teller() {
        return teller;
    }

    /** Whether something was named before; it has been now. */
    boolean again(String what) {
        return !named.add(what);
    }

    /** Whether the reader has met the objects and the people that a passage speaks of. */
    boolean hasShown(Passage passage) {
        return passage.phrases().stream().allMatch(p -> !OBJECTS.contains(p) || named.contains(p))
                && passage.roles().stream().allMatch(this::knows);
    }

    Cast.Member cast(Role role) {
        return cast.get(role);
    }

    boolean knows(Role role) {
        return introduced.contains(role) || role == teller;
    }

    /** Marks somebody as introduced by other means, such as a heading; false if they were known. */
    boolean introduce(Role role) {
        return introduced.add(role);
    }

    String subject(Role role) {
        return role == teller ? first(role, Morph.TELLER_SUBJECT) : introduced(role);
    }

    String object(Role role) {
        return role == teller ? first(role, "me") : introduced(role);
    }

    String possessive(Role role) {
        if (role == teller) {
            return first(role, Morph.TELLER_POSSESSIVE);
        }
        Cast.Member member = cast.get(role);
        mention(role, Worded.NAME);
        return Morph.possessive(introduced.contains(role) ? member.name() : member.fullName());
    }

    String role(Role role) {
        if (role == teller) {
            return first(role, Morph.TELLER_SUBJECT);
        }
        mention(role, Worded.NAME);
        return cast.get(role).description();
    }

    String pronoun(Role role, String form) {
        if (role == teller) {
            return first(
                    role,
                    switch (form) {
                        case "they" -> "I";
                        case "them" -> "me";
                        case "their" -> "my";
                        case "theirs" -> "mine";
                        default -> "myself";
                    });
        }
        if (!form.equals("themself") && ambiguous(role)) {
            return switch (form) {
                case "their", "theirs" -> possessive(role);
                case "them" -> object(role);
                default -> subject(role);
            };
        }
        mention(role, Worded.PRONOUN);
        Pronouns p = cast.get(role).pronouns();
        return switch (form) {
            case "they" -> p.subject();
            case "them" -> p.object();
            case "their" -> p.possessive();
            case "theirs" -> p.absolute();
            default -> p.reflexive();
        };
    }

    /** "was", "is" or "has", agreeing with how the part was last worded. */
    String verb(Role role, String form) {
        Worded last = worded.getOrDefault(role, Worded.NAME);
        boolean plural = last == Worded.PRONOUN && cast.get(role).pronouns() == Pronouns.THEY;
        boolean first = last == Worded.FIRST_PERSON;
        return switch (form) {
            case "was" -> plural ? "were" : "was";
            case "is" -> first ? "am" : plural ? "are" : "is";
            default -> first || plural ? "have" : "has";
        };
    }

    /**
     * What others call them in speech: by name once the reader has it, before that by what they are, in full the first
     * time.
     */
    String plain(Role role) {
        if (isKnownByRole(role)) {
            return again("role of " + role.id()) ? brief(role) : cast.get(role).description();
        }
        if (role != teller) {
            mention(role, Worded.NAME);
        }
        return cast.get(role).name();
    }

    /** The possessive of what others call them in speech; never of a whole clause. */
    String plainPossessive(Role role) {
        return Morph.possessive(isKnownByRole(role) ? brief(role) : plain(role));
    }

    /** How they are called to their face. */
    String called(Role role) {
        if (role != teller) {
            mention(role, Worded.NAME);
        }
        return cast.get(role).name();
    }

    private boolean isKnownByRole(Role role) {
        return !role.isAi()
                && (role == teller ? !signed.contains(role) : !introduced.contains(role))
                && cast.get(role).description().startsWith("the ");
    }

    /** "the keeper" of "the keeper of the ship's book", "the forecaster" of "the valley's forecaster". */
    private String brief(Role role) {
        String[] words = DETAIL.split(cast.get(role).description(), 2)[0].split(" ", -1);
        return "the " + words[words.length - 1];
    }

    boolean ambiguous(Role role) {
        Integer last = mentioned.get(role);
        if (last == null) {
            return true;
        }
        Pronouns own = cast.get(role).pronouns();
        return cast.members().entrySet().stream()
                .anyMatch(other -> other.getKey() != role
                        && other.getKey() != teller
                        && other.getValue().pronouns() == own
                        && mentioned.getOrDefault(other.getKey(), -1) > last);
    }

    private String introduced(Role role) {
        Cast.Member member = cast.get(role);
        mention(role, Worded.NAME);
        if (introduced.add(role)) {
            return member.fullName() + ", " + member.description() + ",";
        }
        return member.name();
    }

    /** The text without an introduction that the sentence itself makes: "Tally, the AI of the elevator, was an AI …". */
    String toldOnce(String text) {
        String once = text;
        for (Cast.Member member : cast.members().values()) {
            String introduction = member.fullName() + ", " + member.description() + ",";
            if (!once.contains(introduction)) {
                continue;
            }
            for (String saying : SAYING) {
                once = once.replace(introduction + saying, member.fullName() + saying);
            }
        }
        return once;
    }

    private String first(Role role, String word) {
        worded.put(role, Worded.FIRST_PERSON);
        return word;
    }

    private void mention(Role role, Worded as) {
        mentioned.put(role, clock++);
        worded.put(role, as);
    }
}
