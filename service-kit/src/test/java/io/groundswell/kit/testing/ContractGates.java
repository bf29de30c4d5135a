package io.groundswell.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Holds a running service to its committed contract, {@code openapi.yaml} in the module's folder. A service's test extends
 * this with {@code @QuarkusTest} and the service's test resources, and nothing more. Comparison with the last release and
 * the lint over all contracts run in the gateway's tests.
 */
public abstract class ContractGates {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    /** Returns the ids of operations that need no token. */
    protected Set<String> publicOperations() {
        return Set.of();
    }

    /** Returns the whole contract, made of what the service says of itself. */
    protected JsonNode contract(JsonNode running) {
        return running;
    }

    @Test
    void theCommittedContractIsWhatTheServiceSays() {
        // Given
        JsonNode actual = contract(running());

        // When
        List<String> differences = ContractFile.compareOrUpdate(COMMITTED, actual);

        // Then
        assertTrue(differences.isEmpty(), () -> COMMITTED + " is out of date; build this module with -D"
                + ContractFile.UPDATE + "=true, look at what changed and commit it:\n" + String.join("\n", differences));
    }

    @Test
    void theContractLeavesNothingUnsaid() {
        // Given
        JsonNode actual = contract(running());

        // When
        List<String> broken = ContractRules.check(actual, publicOperations());

        // Then
        assertEquals("", String.join("\n", broken));
    }

    private static JsonNode running() {
        return ContractFile.parse(RestAssured.given().accept("application/yaml").get("/q/openapi").then().statusCode(200)
                .extract().asString());
    }
}
