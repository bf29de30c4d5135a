package io.groundswell.creator.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.identity.DuplicateModel.Weight;

/** Weighs what two creators have in common. Which of the two is named first makes no difference to the probability. */
final class Likeness {
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private final DuplicateModel model;
    private final List<Evidence> evidence = new ArrayList<>();

    private Likeness(DuplicateModel model) {
        this.model = model;
    }

    /** Returns what speaks for the two being one person and against it, the weightiest first; empty when nothing speaks for it. */
    static List<Evidence> of(Person one, Person other, DuplicateModel model) {
        var likeness = new Likeness(model);
        likeness.weighEmails(one, other);
        likeness.weighLinks(one, other);
        likeness.weighWebsites(one, other);
        likeness.weighHandles(one, other);
        likeness.weighNames(one, other);
        if (likeness.evidence.isEmpty()) {
            return List.of();
        }
        likeness.weighNetworks(one, other);
        likeness.weighCountries(one, other);
        likeness.evidence.sort(Comparator.comparing((Evidence item) -> -Math.abs(item.weight()))
                .thenComparing(Evidence::kind));
        return List.copyOf(likeness.evidence);
    }

    private void weighEmails(Person one, Person other) {
        if (one.emails().stream().anyMatch(other.emails()::contains)) {
            add(EvidenceKind.SAME_EMAIL, "Both were told with the same e-mail address, of which only a keyed hash is kept");
        }
    }

    private void weighLinks(Person one, Person other) {
        Optional<String> there = link(one, other);
        Optional<String> back = link(other, one);
        there.or(() -> back).ifPresent(detail -> add(EvidenceKind.LINK, detail));
        if (there.isPresent()) {
            back.ifPresent(detail -> add(EvidenceKind.LINK_BACK, detail));
        }
    }

    private static Optional<String> link(Person from, Person to) {
        return from.accounts().stream()
                .flatMap(account -> BlockingKey.mentions(account)
                        .flatMap(mention -> to.accounts().stream().filter(mention::names)
                                .map(named -> "The profile of %s names \"%s\", which is %s".formatted(account.named(),
                                        mention.text(), named.named()))))
                .findFirst();
    }

    private void weighWebsites(Person one, Person other) {
        Set<String> sites = texts(other, KnownAccount::website, Spelling::address);
        texts(one, KnownAccount::website, Spelling::address).stream().filter(sites::contains).sorted().findFirst()
                .ifPresent(site -> add(EvidenceKind.SAME_WEBSITE, "Both profiles lead to " + site));
    }

    /** Only the likest two handles count, or one person with five accounts would be five times as likely. */
    private void weighHandles(Person one, Person other) {
        Pair likest = null;
        for (KnownAccount account : one.accounts()) {
            for (KnownAccount with : other.accounts()) {
                Pair pair = Pair.of(account, with);
                if (pair != null && (likest == null || pair.isLikerThan(likest))) {
                    likest = pair;
                }
            }
        }
        if (likest != null) {
            weighHandles(likest);
        }
    }

    private void weighHandles(Pair pair) {
        String both = pair.named();
        if (pair.similarity() == 1) {
            boolean isLong = pair.length() >= atLeast(EvidenceKind.SAME_HANDLE);
            add(isLong ? EvidenceKind.SAME_HANDLE : EvidenceKind.SAME_SHORT_HANDLE, both + " have one handle");
        } else if (pair.similarity() >= atLeast(EvidenceKind.SIMILAR_HANDLE)) {
            add(EvidenceKind.SIMILAR_HANDLE,
                    "%s differ little: Jaro-Winkler similarity %.2f".formatted(both, pair.similarity()));
        }
    }

    private void weighNames(Person one, Person other) {
        Set<String> names = texts(other, KnownAccount::displayName, Spelling::folded);
        texts(one, KnownAccount::displayName, Spelling::folded).stream().filter(names::contains).sorted().findFirst()
                .ifPresent(name -> add(EvidenceKind.SAME_NAME, "Both are called \"" + name + "\""));
    }

    private void weighNetworks(Person one, Person other) {
        one.accounts().stream().map(KnownAccount::network)
                .filter(network -> other.accounts().stream().anyMatch(account -> account.network() == network)).sorted()
                .findFirst().ifPresent(network -> add(EvidenceKind.SAME_NETWORK, "Both have an account on " + network));
    }

    private void weighCountries(Person one, Person other) {
        Set<String> countries = texts(one, KnownAccount::country, Function.identity());
        Set<String> others = texts(other, KnownAccount::country, Function.identity());
        Set<String> shared = new HashSet<>(countries);
        shared.retainAll(others);
        if (shared.isEmpty() && !countries.isEmpty() && !others.isEmpty()) {
            String all = Stream.concat(countries.stream(), others.stream()).sorted().collect(Collectors.joining(", "));
            add(EvidenceKind.OTHER_COUNTRY, "They say they are in different countries: " + all);
        }
    }

    private static Set<String> texts(Person person, Function<KnownAccount, @Nullable String> field,
            Function<String, String> form) {
        return person.accounts().stream().map(field).filter(Objects::nonNull).map(form).collect(Collectors.toSet());
    }

    private double atLeast(EvidenceKind kind) {
        Weight weight = model.weights().get(kind);
        return weight == null ? 0 : weight.atLeast();
    }

    private void add(EvidenceKind kind, String detail) {
        Weight weight = model.weights().get(kind);
        if (weight != null) {
            evidence.add(new Evidence(kind, weight.value(), detail));
        }
    }

    /** Two accounts with a handle each. */
    private record Pair(KnownAccount one, KnownAccount other, double similarity, int length) {

        static @Nullable Pair of(KnownAccount one, KnownAccount other) {
            String handle = one.handle();
            String with = other.handle();
            if (handle == null || with == null) {
                return null;
            }
            String folded = Spelling.folded(handle);
            double similarity = SIMILARITY.apply(folded, Spelling.folded(with));
            return new Pair(one, other, similarity, folded.codePointCount(0, folded.length()));
        }

        boolean isLikerThan(Pair pair) {
            return similarity > pair.similarity || (similarity == pair.similarity && length > pair.length);
        }

        String named() {
            return Stream.of(one.named(), other.named()).sorted().collect(Collectors.joining(" and "));
        }
    }
}
