package io.groundswell.campaign.gallery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/", "HTTPS://Example.com:8443/a?b=c#d", "https://sub.xn--bcher-kva.example/",
            "https://8.8.8.8/x", "https://[2606:4700:4700::1111]/", "https://example.com./"})
    void publicAddressesPass(String address) {
        // When
        boolean shown = WebAddress.isPublic(address);

        // Then
        assertTrue(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://example.com/", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
            "https:example.com", "https:///x", "//example.com/", "https://", "https://localhost/", "https://LOCALHOST/",
            "https://foo.localhost/", "https://printer.local/", "https://a.internal./", "https://single/", "https://127.0.0.1/",
            "https://127.1/", "https://0177.0.0.1/", "https://0x7f000001/", "https://2130706433/", "https://0/",
            "https://10.0.0.1/", "https://172.16.0.1/", "https://192.168.1.1/", "https://169.254.169.254/",
            "https://100.64.0.1/", "https://192.0.0.1/", "https://198.18.0.1/", "https://224.0.0.1/",
            "https://255.255.255.255/",
            "https://203.0.113.5/", "https://[::]/", "https://[::1]/", "https://[::ffff:10.0.0.1]/", "https://[fe80::1]/",
            "https://[fc00::1]/", "https://[2002:7f00:1::]/", "https://[64:ff9b::7f00:1]/", "https://[2002:808:808::]/",
            "https://[64:ff9b::808:808]/", "https://192.88.99.1/", "https://[2001:db8::1]/",
            "https://user@example.com/", "https://user:pass@example.com/", "https://exa mple.com/", "https://example.com/\n",
            "https://example.com/ä", "https://bücher.example/", "https://example.com\\@127.0.0.1/", "https://127.0.0.1./",
            "https://1.2.3.4.5/", "https://example.com:99999999999/"})
    void otherAddressesDoNot(String address) {
        // When
        boolean shown = WebAddress.isPublic(address);

        // Then
        assertFalse(shown);
    }
}
