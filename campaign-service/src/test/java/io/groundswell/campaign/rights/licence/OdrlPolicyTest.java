package io.groundswell.campaign.rights.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class OdrlPolicyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ID = UUID.fromString("0199c5a1-0000-7000-8000-000000000001");
    private static final UUID POST = UUID.fromString("0199c5a1-0000-7000-8000-000000000002");

    @Test
    @DisplayName("An agreement says in ODRL what is permitted, under which constraints and duties, and that all else is prohibited")
    void agreement() throws JsonProcessingException {
        // Given
        var terms = new LicenceTerms(List.of(RightsAction.EDIT, RightsAction.DISPLAY), List.of(Channel.WEBSITE), List.of("DE"),
                null,
                null, null, "Photo: Mila");
        var policy = new OdrlPolicy(OdrlPolicy.Type.AGREEMENT, ID, POST, "urn:a", "urn:b", terms,
                Instant.parse("2026-05-04T00:00:00Z"), Instant.parse("2027-05-04T00:00:00Z"));

        // When
        JsonNode document = JSON.valueToTree(policy.document());

        // Then
        assertEquals(JSON.readTree("""
                {"@context": ["http://www.w3.org/ns/odrl.jsonld",
                   {"gs": "urn:groundswell:odrl:", "xsd": "http://www.w3.org/2001/XMLSchema#"}],
                 "@type": "Agreement", "uid": "urn:uuid:0199c5a1-0000-7000-8000-000000000001",
                 "profile": "urn:groundswell:odrl:profile:1", "conflict": "prohibit", "assigner": "urn:a", "assignee": "urn:b",
                 "target": "urn:uuid:0199c5a1-0000-7000-8000-000000000002",
                 "permission": [{"action": ["display", "modify", "derive"],
                   "constraint": [{"leftOperand": "gs:channel", "operator": "isAnyOf", "rightOperand": ["gs:WEBSITE"]},
                     {"leftOperand": "spatial", "operator": "isAnyOf", "rightOperand": ["DE"]},
                     {"leftOperand": "dateTime", "operator": "gteq",
                      "rightOperand": {"@value": "2026-05-04T00:00:00Z", "@type": "xsd:dateTime"}},
                     {"leftOperand": "dateTime", "operator": "lt",
                      "rightOperand": {"@value": "2027-05-04T00:00:00Z", "@type": "xsd:dateTime"}}],
                   "duty": [{"action": "attribute", "gs:attributionText": "Photo: Mila"}]}],
                 "prohibition": [{"action": ["distribute", "gs:advertise", "grantUse", "gs:trainAi"]},
                   {"action": ["display", "modify", "derive"],
                    "constraint": [{"leftOperand": "gs:channel", "operator": "isNoneOf", "rightOperand": ["gs:WEBSITE"]}]},
                   {"action": ["display", "modify", "derive"],
                    "constraint": [{"leftOperand": "spatial", "operator": "isNoneOf", "rightOperand": ["DE"]}]}]}"""),
                document);
    }

    @Property
    @Label("Every action is either permitted or prohibited as such")
    void nothingIsLeftUnsaid(@ForAll @Size(min = 1) Set<RightsAction> actions) {
        // Given
        var terms = new LicenceTerms(List.copyOf(actions), List.of(Channel.EMAIL), List.of(), null, null, 30, null);

        // When
        JsonNode document = JSON.valueToTree(
                new OdrlPolicy(OdrlPolicy.Type.OFFER, ID, POST, "urn:a", "urn:b", terms, null, null).document());

        // Then
        int permitted = document.at("/permission/0/action").size();
        int prohibited = document.at("/prohibition/0").has("constraint") ? 0 : document.at("/prohibition/0/action").size();
        assertEquals(EnumSet.allOf(RightsAction.class).size() + 1, permitted + prohibited);
        assertEquals("P30D", document.at("/permission/0/constraint/1/rightOperand/@value").asText());
    }

    @Test
    @DisplayName("Terms that could mean two things, or nothing, are refused")
    void badTerms() {
        // Given
        Instant now = Instant.parse("2026-05-04T00:00:00Z");
        List<RightsAction> display = List.of(RightsAction.DISPLAY);
        List<Channel> website = List.of(Channel.WEBSITE);

        // When
        List<String> fields = List.of(
                field(() -> new LicenceTerms(List.of(), website, List.of(), null, null, null, null)),
                field(() -> new LicenceTerms(display, List.of(), List.of(), null, null, null, null)),
                field(() -> new LicenceTerms(display, website, List.of("XX"), null, null, null, null)),
                field(() -> new LicenceTerms(display, website, List.of(), null, now, 3, null)),
                field(() -> new LicenceTerms(display, website, List.of(), now, now, null, null)),
                field(() -> new LicenceTerms(display, website, List.of(), null, null, 0, null)),
                field(() -> new LicenceTerms(display, website, List.of(), null, null, null, "a\nb")));

        // Then
        assertEquals(List.of("actions", "channels", "territories.0", "durationDays", "endsAt", "durationDays", "attribution"),
                fields);
        assertTrue(new LicenceTerms(display, website, List.of(), null, null, null, "  ").attribution() == null);
    }

    private static String field(Runnable making) {
        return assertThrows(InvalidValue.class, making::run).field();
    }
}
