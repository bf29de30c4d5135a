package io.groundswell.creator.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.problem.InvalidValue;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({"https://mila.example,https://mila.example", "mila.example,https://mila.example",
            "HTTP://Mila.Example:80/,http://mila.example",
            "https://mila.example:443/Cups?a=B#top,https://mila.example/Cups?a=B",
            "https://mila.example.:8443/x/,https://mila.example:8443/x/",
            "bücher.example/é,https://xn--bcher-kva.example/%C3%A9",
            "茶.example,https://xn--cl1a.example", "mila.example?x=1,https://mila.example?x=1"})
    void oneSiteHasOneSpelling(String written, String expected) {
        // Given the address as somebody wrote it

        // When
        String address = WebAddress.read("website", written);

        // Then
        assertEquals(expected, address);
        assertEquals(expected, WebAddress.read("website", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mila", "javascript:alert(1)", "mailto:mila@pours.example", "ftp://mila.example", "https://",
            "https://user:secret@mila.example", "http://127.0.0.1/", "http://[::1]/", "https://mila.example:0",
            "https://mila.example:99999", "https://mila .example", "https://mila.example/%zz", "https://-mila.example",
            "mila..example", "https://mila.example\\@other.example"})
    void whatIsNoSiteIsRefused(String written) {
        // Given the text

        // When
        InvalidValue refused = assertThrows(InvalidValue.class, () -> WebAddress.read("website", written));

        // Then
        assertEquals("invalid-url", refused.code());
    }
}
