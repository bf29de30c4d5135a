package io.groundswell.campaign.rights.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.text.TextTerms;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class RequestTextTest {

    @Property
    @DisplayName("No text is the one before, in any language, even to the same author")
    void noTwoAreAlike(@ForAll RequestLocale locale, @ForAll @Size(min = 2, max = 30) List<UUID> requests,
            @ForAll String handle) {
        // Given
        RequestText texts = RequestText.in(locale, Map.of());
        String before = null;

        for (UUID request : requests) {
            // When
            String text = texts.choose(request, handle, "#yes", "@brand", before);

            // Then
            assertNotEquals(before, text);
            assertEquals(text, texts.choose(request, handle, "#yes", "@brand", before));
            before = text;
        }
    }

    @Property
    @DisplayName("Every text tells hashtag and mention so that they are found in a reply that copies them")
    void signsCanBeRead(@ForAll RequestLocale locale, @ForAll UUID request) {
        // When
        TextTerms terms = TextTerms
                .in(RequestText.in(locale, Map.of()).choose(request, "mila.pours", "#yesHarbour", "@harbourcoffee", null));

        // Then
        assertTrue(terms.hashtags().contains("yesharbour"), terms.toString());
        assertTrue(terms.mentions().contains("harbourcoffee"), terms.toString());
    }

    @Test
    @DisplayName("What a handle says is never taken for a placeholder")
    void valuesAreNotTemplates() {
        // Given
        Map<String, List<String>> own = Map.of("en",
                List.of("{handle} {hashtag} {mention} a", "{handle} {hashtag} {mention} b"));

        // When
        String text = RequestText.in(RequestLocale.EN, own).choose(new UUID(0, 0), "{mention}{", "#yes", "@brand", null);

        // Then
        assertEquals("{mention}{ #yes @brand a", text);
    }
}
