package io.groundswell.creator.expertise;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.topic.CreatorTexts.AccountTexts;
import io.groundswell.text.expertise.ExpertiseCues;
import io.groundswell.text.expertise.ExpertiseKind;
import io.groundswell.text.expertise.ExpertiseMatch;
import io.groundswell.text.topic.Taxonomy;
import io.groundswell.text.topic.TopicMatch;

/** What a creator is to the subjects of their content. */
@Schema(name = "CreatorExpertise")
public record CreatorExpertise(
        Cues cues,
        @Schema(description = "In the order of the kinds; those without evidence are absent") List<Expertise> expertise) {

    /** Which list of cues an answer rests on. */
    @Schema(name = "ExpertiseCues")
    public record Cues(@Schema(examples = "groundswell-expertise") String id,
            @Schema(description = "Grows with each change of meaning", minimum = "1") int version,
            @Schema(description = "The day of this version", format = "date", examples = "2026-11-24") String date) {}

    /** One kind of expertise with the text that supports it. */
    public record Expertise(
            @Schema(description = "ACADEMIC studies the subject, JOURNALIST reports on it, TECHNOLOGIST builds its technology, PRACTITIONER does it for a living, ENTHUSIAST loves it, POWER_USER tests, collects or uses it more than others") ExpertiseKind kind,
            List<Evidence> evidence) {}

    /** Why a creator is said to be of a kind. */
    @Schema(name = "ExpertiseEvidence")
    public record Evidence(
            @Schema(description = "The account whose bio it is from") UUID accountId,
            Network network,
            @Schema(description = "The part of the bio that says it, at most 200 characters", examples = "Head barista at Quay Coffee") String text,
            @Schema(description = "The words in it that were recognised", examples = "barista") String cue,
            @Schema(description = "The languages that list them; zxx: a pictograph") List<String> languages,
            @Schema(description = "Topics that the same part of the bio names") List<String> topics) {}

    /** Works it out from what the accounts' bios say. A pure function. */
    static CreatorExpertise of(ExpertiseCues cues, Taxonomy taxonomy, List<AccountTexts> accounts) {
        Map<ExpertiseKind, List<Evidence>> byKind = new EnumMap<>(ExpertiseKind.class);
        for (AccountTexts account : accounts) {
            String bio = account.bio();
            if (bio != null) {
                cues.match(bio).forEach(match -> byKind.computeIfAbsent(match.kind(), _ -> new ArrayList<>())
                        .add(evidence(taxonomy, account, match)));
            }
        }
        return new CreatorExpertise(new Cues(cues.id(), cues.version(), cues.date().toString()),
                byKind.entrySet().stream().map(kind -> new Expertise(kind.getKey(), kind.getValue())).toList());
    }

    private static Evidence evidence(Taxonomy taxonomy, AccountTexts account, ExpertiseMatch match) {
        List<String> topics = taxonomy.match(match.clause()).stream().map(TopicMatch::topic).distinct().toList();
        return new Evidence(account.accountId(), account.network(), match.clause(), match.cue(), match.languages(), topics);
    }
}
