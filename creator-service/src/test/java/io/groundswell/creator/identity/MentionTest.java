package io.groundswell.creator.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.creator.Network;

class MentionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Cups | also @mila.pours on the clock app,        null mila.pours
            Sisters: @noor.,                                 null noor
            もっと見る ＠みらの陶器,                            null みらの陶器
            toot me @mila@pottery.example!,                  null mila@pottery.example
            https://www.instagram.com/Mila.Pours?igsh=1,     INSTAGRAM Mila.Pours
            tiktok.com/@mila_pours,                          TIKTOK mila_pours
            m.youtube.com/@MilaPours/videos,                 YOUTUBE MilaPours
            twitter.com/mila and x.com/mila,                 X mila;X mila
            https://bsky.app/profile/mila.pottery.example,   BLUESKY mila.pottery.example
            write to mila@pottery.example,                   ''
            netflix.com/mila,                                ''
            @,                                               ''
            """)
    void aProfileNamesAccountsByAddressOrByHandle(String bio, String expected) {
        // When
        List<Mention> mentions = Mention.in(bio);

        // Then
        assertEquals(expected, String.join(";", mentions.stream().map(one -> one.network() + " " + one.handle()).toList()));
    }

    @Test
    void aProfileMadeToBeSlowIsNot() {
        // Given
        String hostile = "@a.".repeat(800) + "@" + "a-.".repeat(800);

        // When
        List<Mention> mentions = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Mention.in(hostile));

        // Then
        assertEquals(true, mentions.size() <= 1_601);
    }

    @Test
    void aMentionWithANetworkIsOfThatNetworkOnly() {
        // Given
        Mention mention = Mention.in("instagram.com/MILA").getFirst();

        // When
        List<Boolean> named = List.of(mention.names(account(Network.INSTAGRAM)), mention.names(account(Network.X)));

        // Then
        assertEquals(List.of(true, false), named);
    }

    private static KnownAccount account(Network network) {
        return new KnownAccount(network, "mila", null, null, null, null);
    }
}
