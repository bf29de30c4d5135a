package io.groundswell.kit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.kit.testing.ContractFile;
import io.groundswell.kit.testing.ContractRules;

import com.fasterxml.jackson.databind.JsonNode;

/** Tests the gate itself: it must be able to fail. */
class ContractRulesTest {
    private static final String GOOD = """
            openapi: 3.1.0
            info: {title: Trials, version: 1.0.0, description: Trials of all kinds}
            tags:
              - {name: Trials, description: What is tried}
            paths:
              /v1/trial-runs/{id}:
                get:
                  operationId: getTrialRun
                  summary: Get a run
                  tags: [Trials]
                  security: [{oidc: ['trials:read']}]
                  parameters:
                    - {name: id, in: path, required: true, description: Id of the run, schema: {type: string}}
                  responses:
                    '200':
                      description: The run
                      content: {application/json: {schema: {$ref: '#/components/schemas/Run'}, example: {startedAt: '2026-05-01T00:00:00Z'}}}
                    '401': {$ref: '#/components/responses/Problem'}
                    '403': {$ref: '#/components/responses/Problem'}
                    '404': {$ref: '#/components/responses/Problem'}
                    '500': {$ref: '#/components/responses/Problem'}
                    '503': {$ref: '#/components/responses/Problem'}
            components:
              responses:
                Problem: {description: A problem, content: {application/problem+json: {}}}
              securitySchemes: {oidc: {type: http, scheme: bearer}}
              schemas:
                Run: {type: object, properties: {startedAt: {type: string}}}
            """;

    @Test
    void aCompleteContractPasses() {
        // When
        List<String> broken = ContractRules.check(ContractFile.parse(GOOD), Set.of());

        // Then
        assertEquals(List.of(), broken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "operationId: getTrialRun | operationId: get_trial | has no operationId in camelCase",
            "summary: Get a run | summary: '' | has no summary",
            "tags: [Trials] | tags: [Others] | has the tag Others, which is not declared",
            ", description: What is tried | `` | tag Trials has no description",
            "security: [{oidc: ['trials:read']}] | security: [{oidc: []}] | names no scope of a declared scheme",
            "description: Id of the run,  | `` | parameter id has no description",
            ", example: {startedAt: '2026-05-01T00:00:00Z'} | `` | has no example",
            "content: {application/json: {schema: {$ref: '#/components/schemas/Run'}, example: {startedAt: '2026-05-01T00:00:00Z'}}} | content: {} | has no media type",
            "'403': {$ref: '#/components/responses/Problem'} | `` | does not say 403",
            "content: {application/problem+json: {}} | content: {text/html: {}} | is no problem document",
            "/v1/trial-runs/{id} | /v1/trialRuns/{id} | must be in kebab-case",
            "/v1/trial-runs/{id} | /trial-runs/{id} | must be under /v1",
            "properties: {startedAt | properties: {started_at | is not in camelCase",
    })
    void whatIsLeftUnsaidIsFound(String said, String instead, String expected) {
        // Given
        JsonNode document = ContractFile.parse(GOOD.replace(said, instead == null ? "" : instead));

        // When
        List<String> broken = ContractRules.check(document, Set.of());

        // Then
        assertTrue(broken.stream().anyMatch(rule -> rule.contains(expected)), () -> "found: " + broken);
    }

    @Test
    void differencesAreNamedByPlace() {
        // Given
        JsonNode committed = ContractFile.parse(GOOD);
        JsonNode actual = ContractFile.parse(GOOD.replace("version: 1.0.0", "version: 2.0.0"));

        // When
        List<String> differences = ContractFile.differences(committed, actual);

        // Then
        assertEquals(List.of("/info/version is \"1.0.0\" in the committed file, but \"2.0.0\""), differences);
    }

    @Test
    void aWrittenContractReadsAsTheSame(@TempDir Path folder) throws Exception {
        // Given
        Path file = folder.resolve("openapi.yaml");

        // When
        ContractFile.write(file, ContractFile.parse(GOOD));

        // Then
        assertEquals(ContractFile.parse(GOOD), ContractFile.read(file));
        assertTrue(Files.readString(file).contains("startedAt: \"2026-05-01T00:00:00Z\""),
                "a timestamp stays text in YAML 1.1");
    }
}
