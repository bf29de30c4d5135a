package io.groundswell.campaign.rights.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.text.TextTerms;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class RequestTextTest {

    @Property
    @Label("No text is the one before with another name, in any language")
    void noTwoAreAlike(@ForAll RequestLocale locale, @ForAll @Size(min = 2, max = 30) List<Long> requests,
            @ForAll @Size(min = 1, max = 3) List<@StringLength(min = 9, max = 20) @AlphaChars String> handles) {
        // Given
        RequestText texts = RequestText.in(locale, Map.of());
        RequestText.Before before = null;

        for (int i = 0; i < requests.size(); i++) {
            var request = new UUID(7, requests.get(i));
            var values = new RequestText.Values(handles.get(i % handles.size()), "#yes", "@brand");

            // When
            String text = texts.choose(request, values, before);

            // Then
            if (before != null) {
                assertNotEquals(before.text(), text);
                assertFalse(isSameTemplate(before, text, values), text);
            }
            assertEquals(text, texts.choose(request, values, before));
            before = new RequestText.Before(text, values);
        }
    }

    /** Handles that the texts do not hold anyway can be taken out of them again. */
    private static boolean isSameTemplate(RequestText.Before before, String text, RequestText.Values values) {
        String former = before.values().handle();
        return before.text().replace(former, "{handle}").equals(text.replace(values.handle(), "{handle}"));
    }

    @Property
    @Label("Every text tells hashtag and mention so that they are found in a reply that copies them")
    void signsCanBeRead(@ForAll RequestLocale locale, @ForAll long request) {
        // When
        TextTerms terms = TextTerms
                .in(RequestText.in(locale, Map.of()).choose(new UUID(7, request),
                        new RequestText.Values("mila.pours", "#yesHarbour", "@harbourcoffee"), null));

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
        String text = RequestText.in(RequestLocale.EN, own).choose(new UUID(0, 0),
                new RequestText.Values("{mention}{", "#yes", "@brand"), null);

        // Then
        assertEquals("{mention}{ #yes @brand a", text);
    }
}
