package io.groundswell.campaign.rights.licence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Terms as a policy of the Open Digital Rights Language 2.2 (W3C Recommendation), written as JSON-LD. ODRL leaves open what a
 * policy does not mention; here that is prohibited, so each action that is not granted and each granted one outside of its
 * channels and territories is said to be prohibited, and prohibitions win.
 *
 * @param type {@code Offer} of what is asked for, {@code Agreement} on what is granted
 * @param assigner who permits: the author
 * @param assignee to whom: the workspace
 */
public record OdrlPolicy(Type type, UUID id, UUID postId, String assigner, String assignee, LicenceTerms terms,
        @Nullable Instant startsAt, @Nullable Instant endsAt) {

    /** The media type of JSON-LD. */
    public static final String MEDIA_TYPE = "application/ld+json";
    private static final String NAMESPACE = "urn:groundswell:odrl:";
    private static final String PROFILE = NAMESPACE + "profile:1";

    /** What kind of policy it is. */
    public enum Type {
        OFFER("Offer"), AGREEMENT("Agreement");

        private final String term;

        Type(String term) {
            this.term = term;
        }
    }

    /** Returns the policy as a JSON-LD document. */
    public Map<String, Object> document() {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("@context", List.of("http://www.w3.org/ns/odrl.jsonld",
                Map.of("gs", NAMESPACE, "xsd", "http://www.w3.org/2001/XMLSchema#")));
        policy.put("@type", type.term);
        policy.put("uid", "urn:uuid:" + id);
        policy.put("profile", PROFILE);
        policy.put("conflict", "prohibit");
        policy.put("assigner", assigner);
        policy.put("assignee", assignee);
        policy.put("target", "urn:uuid:" + postId);
        policy.put("permission", List.of(permission()));
        policy.put("prohibition", prohibitions());
        return policy;
    }

    private Map<String, Object> permission() {
        List<Map<String, Object>> constraints = new ArrayList<>();
        constraints.add(channels("isAnyOf"));
        if (!terms.territories().isEmpty()) {
            constraints.add(territories("isAnyOf"));
        }
        if (startsAt != null) {
            constraints.add(constraint("dateTime", "gteq", time(startsAt)));
        }
        if (endsAt != null) {
            constraints.add(constraint("dateTime", "lt", time(endsAt)));
        }
        if (endsAt == null && terms.durationDays() != null) {
            constraints.add(constraint("elapsedTime", "lteq",
                    Map.of("@value", "P" + terms.durationDays() + "D", "@type", "xsd:duration")));
        }
        Map<String, Object> permission = new LinkedHashMap<>();
        permission.put("action", actions(terms.actions()));
        permission.put("constraint", constraints);
        if (terms.attribution() != null) {
            permission.put("duty", List.of(Map.of("action", "attribute", "gs:attributionText", terms.attribution())));
        }
        return permission;
    }

    private List<Map<String, Object>> prohibitions() {
        List<Map<String, Object>> prohibitions = new ArrayList<>();
        EnumSet<RightsAction> others = EnumSet.allOf(RightsAction.class);
        others.removeAll(terms.actions());
        if (!others.isEmpty()) {
            prohibitions.add(Map.of("action", actions(List.copyOf(others))));
        }
        prohibitions.add(outside(channels("isNoneOf")));
        if (!terms.territories().isEmpty()) {
            prohibitions.add(outside(territories("isNoneOf")));
        }
        return prohibitions;
    }

    private Map<String, Object> outside(Map<String, Object> constraint) {
        Map<String, Object> prohibition = new LinkedHashMap<>();
        prohibition.put("action", actions(terms.actions()));
        prohibition.put("constraint", List.of(constraint));
        return prohibition;
    }

    private Map<String, Object> channels(String operator) {
        return constraint("gs:channel", operator, terms.channels().stream().map(channel -> "gs:" + channel).toList());
    }

    /** ISO 3166-1 alpha-2 codes, as the profile says. */
    private Map<String, Object> territories(String operator) {
        return constraint("spatial", operator, terms.territories());
    }

    private static Map<String, Object> constraint(String left, String operator, Object right) {
        Map<String, Object> constraint = new LinkedHashMap<>();
        constraint.put("leftOperand", left);
        constraint.put("operator", operator);
        constraint.put("rightOperand", right);
        return constraint;
    }

    private static Map<String, Object> time(Instant at) {
        return Map.of("@value", at.toString(), "@type", "xsd:dateTime");
    }

    private static List<String> actions(List<RightsAction> actions) {
        return actions.stream().flatMap(action -> terms(action).stream()).toList();
    }

    private static List<String> terms(RightsAction action) {
        return switch (action) {
            case DISPLAY -> List.of("display");
            case REPOST -> List.of("distribute");
            case EDIT -> List.of("modify", "derive");
            case SUBLICENSE -> List.of("grantUse");
            case ADVERTISE -> List.of("gs:advertise");
            case TRAIN_AI -> List.of("gs:trainAi");
        };
    }
}
