package io.groundswell.campaign.rights.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.groundswell.campaign.rights.licence.Channel;
import io.groundswell.campaign.rights.licence.RightsAction;
import io.groundswell.campaign.rights.request.RequestLocale;

class ClaimWordsTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("Every language has a word for everything")
    void complete(RequestLocale locale) {
        // When
        ClaimWords words = ClaimWords.in(locale);

        // Then
        assertEquals(ClaimWords.in(RequestLocale.EN).words().keySet(), words.words().keySet());
        words.words().values().forEach(word -> assertEquals(false, word.isBlank()));
        for (RightsAction action : RightsAction.values()) {
            words.word("action" + action);
        }
        for (Channel channel : Channel.values()) {
            words.word("channel" + channel);
        }
        for (ClaimView.Kind kind : ClaimView.Kind.values()) {
            words.word(kind.words() + "Title");
            words.word(kind.words() + "Text");
        }
    }

    @Test
    @DisplayName("Countries and times are said in the language of the page")
    void localised() {
        // Given
        ClaimWords german = ClaimWords.in(RequestLocale.DE);

        // When
        String said = german.country("AT") + ", " + german.time(Instant.parse("2026-05-04T09:30:00Z"));

        // Then
        assertEquals("Österreich, 4. Mai 2026 um 09:30 UTC", said);
        assertEquals("奧地利", ClaimWords.in(RequestLocale.ZH_HANT).country("AT"));
    }
}
