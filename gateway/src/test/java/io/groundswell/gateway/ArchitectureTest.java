package io.groundswell.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.groundswell.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES = slices().matching("io.groundswell.gateway.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "io.groundswell.campaign..", "io.groundswell.creator..", "io.groundswell.advocacy..", "io.groundswell.suite..");

    @ArchTest
    static final ArchRule HTTP_STAYS_IN_RESOURCES_AND_CLIENTS = noClasses().that().haveSimpleNameNotEndingWith("Resource")
            .and().areNotAnnotatedWith(RegisterRestClient.class).and().doNotHaveSimpleName("RemoteParts").should()
            .dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");
}
