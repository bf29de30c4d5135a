package io.groundswell.campaign.rights.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.rights.licence.Channel;
import io.groundswell.campaign.rights.licence.LicenceTerms;
import io.groundswell.campaign.rights.licence.RightsAction;

class ReplyConditionTest {
    private static final Instant SENT = Instant.parse("2026-05-04T12:00:00Z");
    private static final LicenceTerms TERMS = new LicenceTerms(List.of(RightsAction.DISPLAY), List.of(Channel.WEBSITE),
            List.of(),
            null, null, null, null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Yes #yesHarbour @harbourcoffee        |
            ＃ＹｅｓＨａｒｂｏｕｒ ＠HarbourCoffee    |
            #YESHARBOUR@harbourcoffee             | BRAND_MENTION
            #yesHarbours @harbourcoffee           | APPROVAL_HASHTAG
            yesHarbour @harbourcoffee             | APPROVAL_HASHTAG
            #yesHarbour harbourcoffee             | BRAND_MENTION
            #yesHarbour x@harbourcoffee           | BRAND_MENTION
            #yesHarbour @harbourcoffee2           | BRAND_MENTION
            https://x.test/#yesHarbour @harbourcoffee | APPROVAL_HASHTAG
            Gern!                                 | APPROVAL_HASHTAG BRAND_MENTION
            """)
    @DisplayName("Hashtag and mention count as terms, however they are written, and nothing that only looks like them")
    void signs(String text, @Nullable String failed) {
        // When
        List<ReplyCondition> conditions = ReplyCondition.failed(reply("7", "mila", text, SENT.plusSeconds(1), null),
                request("7", "mila"));

        // Then
        assertEquals(failed == null ? "" : failed, String.join(" ", conditions.stream().map(Enum::name).toList()));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            7, mila, 7, mila, true
            7, mila, 7, renamed, true
            7, mila, 8, mila, false
            7, mila, -, Mila, true
            7, mila, -, other, false
            7, -, -, mila, false
            @mila, mila, 8, MILA, true
            @mila, mila, 8, @mila, true
            @mila, mila, 8, other, false
            @mila, mila, 8, -, false
            """)
    @DisplayName("The author is known by the network's id, and by the handle only where an id is missing")
    void author(String key, @Nullable String askedHandle, @Nullable String id, @Nullable String handle, boolean isSame) {
        // When
        List<ReplyCondition> failed = ReplyCondition.failed(
                reply(id, handle, "#yesHarbour @harbourcoffee", SENT.plusSeconds(1), null), request(key, askedHandle));

        // Then
        assertEquals(isSame ? List.of() : List.of(ReplyCondition.SAME_AUTHOR), failed);
    }

    @Test
    @DisplayName("What was said before or at the moment of the request, or changed since, does not count; all that fails is told")
    void timeAndChange() {
        // Given
        RightsRequest request = request("7", "mila");

        // When
        List<List<ReplyCondition>> failed = List.of(
                ReplyCondition.failed(reply("7", "mila", "#yesHarbour @harbourcoffee", SENT, null), request),
                ReplyCondition.failed(reply("7", "mila", "#yesHarbour @harbourcoffee", SENT.plusMillis(1), SENT.plusSeconds(9)),
                        request),
                ReplyCondition.failed(new Reply(Network.X, "r", null, null, null, null, null, null, true), request));

        // Then
        assertEquals(List.of(List.of(ReplyCondition.AFTER_REQUEST), List.of(ReplyCondition.UNCHANGED),
                List.of(ReplyCondition.values())), failed);
    }

    private static Reply reply(@Nullable String id, @Nullable String handle, String text, Instant publishedAt,
            @Nullable Instant editedAt) {
        return new Reply(Network.X, "r1", "p1", id, handle, text, publishedAt, editedAt, false);
    }

    private static RightsRequest request(String authorKey, @Nullable String handle) {
        return RightsRequest.draft(UUID.randomUUID(), UUID.randomUUID(), new RightsRequest.Author(Network.X, authorKey, handle),
                TERMS, new RightsRequest.Signs("#yesHarbour", "@harbourcoffee"), RequestLocale.EN, SENT)
                .sent("Hi", SENT, Duration.ofDays(7));
    }
}
