package io.groundswell.advocacy.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VariantTest {
    private static final String URL = "http://localhost:8080/s/7hRkT2qXbM";

    @Test
    void wordingDisclosureAndLinkMakeTheText() {
        // Given
        var variant = new Variant(null, "en", "Our spring roast is here.");

        // When
        String text = variant.textWith("#ad #harbouremployee", URL);

        // Then
        assertEquals("Our spring roast is here. #ad #harbouremployee " + URL, text);
    }

    @Test
    void inALongWordingTheDisclosureEndsTheFirstLine() {
        // Given
        var variant = new Variant(null, null, "Our spring roast is here.\nI was at the tasting.");

        // When
        String text = variant.textWith("#ad", URL);

        // Then
        assertEquals("Our spring roast is here. #ad\nI was at the tasting.\n" + URL, text);
    }

    @Test
    void aDisclosureThatIsThereAlreadyIsNotRepeated() {
        // Given
        var variant = new Variant(null, null, "#AD Our spring roast is here.");

        // When
        String text = variant.textWith("#ad", URL);

        // Then
        assertEquals("#AD Our spring roast is here. " + URL, text);
    }
}
