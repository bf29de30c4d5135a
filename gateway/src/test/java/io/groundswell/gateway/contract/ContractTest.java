package io.groundswell.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.groundswell.gateway.passthrough.PublicOperations;
import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.kit.testing.ContractFile;
import io.groundswell.kit.testing.ContractGates;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.JsonNode;

/** The gateway's contract is made of its own operations and of the services' committed contracts. */
@QuarkusTest
class ContractTest extends ContractGates {

    @Override
    protected Set<String> publicOperations() {
        return Set.of("getContract", "followShortLink", "showClaim", "decideClaim", "getPublicCollection",
                "readCollectionAsRss",
                "readCollectionAsAtom", "readCollectionAsJsonFeed", "embedCollection");
    }

    @Override
    protected JsonNode contract(JsonNode running) {
        var contract = new MergedContract(running);
        for (Upstream upstream : Upstream.values()) {
            String service = upstream.serviceName();
            JsonNode committed = ContractFile.read(Path.of("..", service, "openapi.yaml"));
            contract.add(MergedContract.prefixOf(service), committed, path -> PublicOperations.isOf(upstream, path));
        }
        return contract.toJson();
    }

    @Test
    void everyOperationOfTheContractIsReachable() {
        // Given
        JsonNode committed = ContractFile.read(Path.of("openapi.yaml"));

        // When
        List<String> unreachable = ContractFile.operations(committed).keySet().stream()
                .map(operation -> operation.substring(operation.indexOf('/')))
                .filter(path -> !path.startsWith("/v1/campaign-views/") && !path.startsWith("/v1/creator-views/")
                        && !path.equals("/v1/openapi"))
                .filter(path -> !PublicOperations.isOfAny(path)).toList();

        // Then
        assertEquals(List.of(), unreachable);
    }

    @Test
    void theContractIsServedAsJson() {
        // When
        var response = given().get("/v1/openapi").then();

        // Then
        response.statusCode(200).contentType("application/json").body("openapi", startsWith("3.1."))
                .body("info.title", equalTo("Groundswell"));
    }

    @Test
    void theContractIsServedAsYaml() {
        // When
        var response = given().accept("application/yaml").get("/v1/openapi").then();

        // Then
        response.statusCode(200).contentType("application/yaml").body(startsWith("openapi: "));
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        // When
        var page = given().get("/docs/").then();

        // Then
        page.statusCode(200).contentType(containsString("text/html")).body(containsString("/v1/openapi"))
                .body(not(containsString("https://")));
    }
}
