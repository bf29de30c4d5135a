package io.groundswell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The services of the suite")
class ServicesTest {

    private final Surroundings around = new Surroundings(
            Services.ALL.stream().map(ServiceSpec::name)
                    .collect(Collectors.toMap(Function.identity(), name -> URI.create("http://" + name))),
            URI.create("http://issuer/groundswell"), URI.create("http://localhost:8080"), "client", "secret", Path.of("/data"));

    @Test
    @DisplayName("start with what others read and end with the gateway, which therefore stops first")
    void order() {
        // When
        var names = Services.ALL.stream().map(ServiceSpec::name).toList();

        // Then
        assertThat(names).containsExactly("campaign-service", "creator-service", "advocacy-service", "gateway");
    }

    @Test
    @DisplayName("have a database each, but for the gateway")
    void databases() {
        // When
        var databases = Services.ALL.stream().filter(service -> service.database() != null)
                .collect(Collectors.toMap(ServiceSpec::name, ServiceSpec::database));

        // Then
        assertThat(databases)
                .containsOnly(Map.entry("campaign-service", "campaign"), Map.entry("creator-service", "creator"),
                        Map.entry("advocacy-service", "advocacy"));
    }

    @Test
    @DisplayName("are told where the others are")
    void environment() {
        // When
        Map<String, String> gateway = Services.GATEWAY.environment().apply(around);
        Map<String, String> creator = Services.CREATOR.environment().apply(around);
        Map<String, String> campaign = Services.CAMPAIGN.environment().apply(around);
        Map<String, String> advocacy = Services.ADVOCACY.environment().apply(around);

        // Then
        assertThat(gateway).containsEntry("GROUNDSWELL_CREATOR_URL", "http://creator-service")
                .containsEntry("GROUNDSWELL_PUBLIC_URL", "http://localhost:8080");
        assertThat(creator).containsEntry("GROUNDSWELL_CAMPAIGN_URL", "http://campaign-service")
                .containsEntry("GROUNDSWELL_CLIENT_SECRET", "secret")
                .containsEntry("GROUNDSWELL_SEARCH_DIR", "/data/search");
        assertThat(campaign).containsEntry("GROUNDSWELL_CREATOR_URL", "http://creator-service")
                .containsEntry("GROUNDSWELL_CLIENT_SECRET", "secret");
        assertThat(advocacy).containsEntry("GROUNDSWELL_CREATOR_URL", "http://creator-service")
                .containsEntry("GROUNDSWELL_CLICK_JOURNAL_DIR", "/data/clicks");
    }
}
