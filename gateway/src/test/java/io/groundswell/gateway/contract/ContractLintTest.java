package io.groundswell.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Lints all contracts with Spectral: the rules of OpenAPI, OWASP and this house, {@code src/test/contract-lint}. Needs npm,
 * and the network the first time. Without npm it is skipped on a developer's machine and fails where {@code CI} is set.
 */
class ContractLintTest {
    private static final Path RULES = Path.of("src/test/contract-lint");
    private static final Path WORK = Path.of("target/contract-lint");
    private static final List<String> MODULES = List.of("campaign-service", "creator-service", "advocacy-service", "gateway");
    private static final int PATIENCE_MINUTES = 5;

    @BeforeAll
    static void installSpectral() throws Exception {
        if (!hasNpm()) {
            String why = "npm is not on the PATH: the contracts are not linted. Install Node.js 20 or later.";
            if ("true".equals(System.getenv("CI"))) {
                fail(why);
            }
            Assumptions.abort(why);
        }
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", ".spectral.yaml")) {
            Files.copy(RULES.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Path lock = WORK.resolve("package-lock.json");
        boolean installed = Files.exists(WORK.resolve("node_modules/.package-lock.json")) && Files.exists(lock)
                && Files.mismatch(RULES.resolve("package-lock.json"), lock) < 0;
        if (!installed) {
            Files.copy(RULES.resolve("package-lock.json"), lock, StandardCopyOption.REPLACE_EXISTING);
            Outcome install = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertEquals(0, install.status(), install.output());
        }
    }

    @Test
    void theContractsPassTheLint() throws Exception {
        // Given
        List<String> contracts = new ArrayList<>();
        for (String module : MODULES) {
            Path committed = Path.of("..", module, "openapi.yaml");
            if (Files.exists(committed)) {
                Files.copy(committed, WORK.resolve(module + ".yaml"), StandardCopyOption.REPLACE_EXISTING);
                contracts.add(module + ".yaml");
            }
        }

        // When
        Outcome lint = lint(contracts);

        // Then
        assertEquals(0, lint.status(), lint.output());
    }

    @Test
    void theLintCanFail() throws Exception {
        // Given
        Files.writeString(WORK.resolve("bad.yaml"), """
                openapi: 3.1.0
                info: {title: Bad, version: 1.0.0, description: A contract with faults, contact: {name: Nobody}}
                paths:
                  /v1/things:
                    get: {operationId: things, summary: Things., responses: {'200': {description: Things}}}
                """);

        // When
        Outcome lint = lint(List.of("bad.yaml"));

        // Then
        assertEquals(1, lint.status(), lint.output());
        assertTrue(lint.output().contains("house-summary-is-no-sentence"), lint.output());
        assertTrue(lint.output().contains("owasp:api2:2023-read-restricted"), lint.output());
    }

    private static Outcome lint(List<String> contracts) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "node_modules/@stoplight/spectral-cli/dist/index.js", "lint",
                "--ruleset", ".spectral.yaml", "--fail-severity", "warn", "--format", "text"));
        command.addAll(contracts);
        return run(command.toArray(String[]::new));
    }

    private static boolean hasNpm() throws Exception {
        try {
            return new ProcessBuilder("npm", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Outcome run(String... command) throws Exception {
        Path output = Files.createTempFile(WORK, "output", ".txt");
        Process process = new ProcessBuilder(command).directory(WORK.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            fail(String.join(" ", command) + " did not end");
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Outcome(process.exitValue(), text);
    }

    private record Outcome(int status, String output) {}
}
