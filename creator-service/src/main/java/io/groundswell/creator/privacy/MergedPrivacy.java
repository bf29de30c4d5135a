package io.groundswell.creator.privacy;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.CreatorAbsorption;
import io.groundswell.creator.creator.CreatorRights;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Of two creators who are one person, the more cautious knowledge of the age counts: that the person is under 18, over that
 * the person is not. Who is not known to be of age afterwards does not stay active. All else stays with the one who remains,
 * and the absorbed one's row keeps its own.
 */
@ApplicationScoped
class MergedPrivacy implements CreatorAbsorption {
    private static final String NOTHING = "null";

    private final CreatorPrivacies privacies;
    private final CreatorRights creators;
    private final ObjectMapper json;

    MergedPrivacy(CreatorPrivacies privacies, CreatorRights creators, ObjectMapper json) {
        this.privacies = privacies;
        this.creators = creators;
        this.json = json;
    }

    /** What was known of an age, and since when. */
    record Age(AgeGroup group, @Nullable String source, @Nullable Instant since) {}

    /** What the one who remains had, and has by the merge. */
    private record Taken(Age before, Age after) {}

    @Override
    public String name() {
        return "privacy";
    }

    @Override
    public Uni<String> absorb(Workspace workspace, UUID survivor, UUID absorbed) {
        return creators.get(workspace, survivor)
                .chain(creator -> privacies.get(workspace, survivor, creator.createdAt()))
                .chain(kept -> privacies.find(workspace, absorbed).chain(other -> take(workspace, survivor, kept, other)));
    }

    private Uni<String> take(Workspace workspace, UUID survivor, CreatorPrivacy kept, @Nullable CreatorPrivacy other) {
        Age before = kept.age();
        boolean takes = false;
        if (other != null && isMoreCautious(other.ageGroup(), kept.ageGroup())) {
            kept.learn(other.age());
            takes = true;
        }
        Uni<Void> stored = takes ? privacies.store(kept).replaceWithVoid() : Uni.createFrom().voidItem();
        return stored
                .chain(() -> kept.ageGroup() == AgeGroup.ADULT
                        ? Uni.createFrom().voidItem()
                        : creators.rest(workspace, survivor).replaceWithVoid())
                .replaceWith(takes ? write(new Taken(before, kept.age())) : NOTHING);
    }

    private static boolean isMoreCautious(AgeGroup other, AgeGroup kept) {
        return switch (other) {
            case MINOR -> kept != AgeGroup.MINOR;
            case ADULT -> kept == AgeGroup.UNKNOWN;
            case UNKNOWN -> false;
        };
    }

    @Override
    public Uni<Void> restore(Workspace workspace, UUID survivor, UUID absorbed, String handedOver) {
        Taken taken = read(handedOver);
        return taken == null
                ? Uni.createFrom().voidItem()
                : privacies.find(workspace, survivor).chain(kept -> restore(workspace, survivor, kept, taken));
    }

    /** What was found out since stays. */
    private Uni<Void> restore(Workspace workspace, UUID survivor, @Nullable CreatorPrivacy kept, Taken taken) {
        if (kept == null || !kept.age().equals(taken.after())) {
            return Uni.createFrom().voidItem();
        }
        kept.learn(taken.before());
        return privacies.store(kept)
                .chain(() -> taken.before().group() == AgeGroup.ADULT
                        ? Uni.createFrom().voidItem()
                        : creators.rest(workspace, survivor).replaceWithVoid());
    }

    private String write(Taken taken) {
        try {
            return json.writeValueAsString(taken);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was taken over must be writable as JSON", e);
        }
    }

    private @Nullable Taken read(String handedOver) {
        try {
            return json.readValue(handedOver, Taken.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was taken over is not the JSON that was written", e);
        }
    }
}
