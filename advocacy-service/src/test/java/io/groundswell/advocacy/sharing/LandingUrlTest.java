package io.groundswell.advocacy.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.problem.InvalidValue;

class LandingUrlTest {
    private static final UUID CAMPAIGN = UUID.fromString("0199c59f-0000-7000-8000-000000000001");
    private static final UUID PACK = UUID.fromString("0199c59f-0000-7000-8000-000000000002");
    private static final String OURS = "utm_source=linkedin&utm_medium=employee-advocacy&utm_campaign=" + CAMPAIGN
            + "&utm_content=" + PACK;

    @ParameterizedTest
    @CsvSource({
            "https://example.com/spring, https://example.com/spring?",
            "https://example.com, https://example.com?",
            "https://example.com/?, https://example.com/?",
            "https://example.com/a?x=1&y=%20, https://example.com/a?x=1&y=%20&",
            "https://example.com/a?utm_source=mail&x=1&utm_content=ada, https://example.com/a?x=1&",
            "https://example.com/frühling?q=é, https://example.com/fr%C3%BChling?q=%C3%A9&"})
    void campaignParametersAreSet(String landing, String before) {
        // Given
        LandingUrl url = LandingUrl.parse(landing);

        // When
        String tagged = url.tagged(Network.LINKEDIN, CAMPAIGN, PACK);

        // Then
        assertEquals(before + OURS, tagged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/a#top", "https://example.com/a?#top"})
    void theFragmentStaysLast(String landing) {
        // Given
        LandingUrl url = LandingUrl.parse(landing);

        // When
        String tagged = url.tagged(Network.LINKEDIN, CAMPAIGN, PACK);

        // Then
        assertEquals("https://example.com/a?" + OURS + "#top", tagged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "example.com", "/spring", "ftp://example.com", "javascript:alert(1)",
            "https://ada:secret@example.com/", "https:///spring", "https://exa mple.com",
            "https://example.com/\r\nSet-Cookie: a=b",
            "https://example.com/\0"})
    void whatIsNoPublicPageIsRefused(String landing) {
        // When
        InvalidValue refused = assertThrows(InvalidValue.class, () -> LandingUrl.parse(landing));

        // Then
        assertEquals("landingUrl", refused.field());
    }
}
