package io.groundswell.campaign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.groundswell.campaign", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES = slices().matching("io.groundswell.campaign.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "io.groundswell.creator..", "io.groundswell.advocacy..", "io.groundswell.gateway..", "io.groundswell.suite..");

    @ArchTest
    static final ArchRule HTTP_STAYS_IN_RESOURCES = noClasses().that().haveSimpleNameNotEndingWith("Resource").should()
            .dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule STORES_STAY_INSIDE = classes().that().haveSimpleNameEndingWith("Repository").or()
            .haveSimpleNameEndingWith("Store").should().notBePublic();

    @ArchTest
    static final ArchRule TEXT_KNOWS_NO_FEATURE = noClasses().that().resideInAPackage("..campaign.text..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("..campaign.campaign..", "..listening..", "..moderation..", "..measurement..");
}
