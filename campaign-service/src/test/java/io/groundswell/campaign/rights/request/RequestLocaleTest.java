package io.groundswell.campaign.rights.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

class RequestLocaleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de                            | DE
            de-AT,en;q=0.5                | DE
            pt;q=0.9,fr;q=0.8             | FR
            zh-TW                         | ZH_HANT
            zh-HK                         | ZH_HANT
            zh-CN,zh;q=0.9                | ZH_HANS
            zh                            | ZH_HANS
            ja-JP                         | JA
            ko                            | EN
            *                             | EN
            de;q=                         | EN
            """)
    @DisplayName("The language is the best match for what somebody reads")
    void best(String preferences, RequestLocale expected) {
        // When
        RequestLocale best = RequestLocale.bestFor(preferences);

        // Then
        assertEquals(expected, best);
    }

    @Property
    @Label("Whatever a browser sends, there is a language")
    void anyHeader(@ForAll String header) {
        // When
        RequestLocale best = RequestLocale.bestFor(header);

        // Then
        assertNotNull(best);
    }
}
