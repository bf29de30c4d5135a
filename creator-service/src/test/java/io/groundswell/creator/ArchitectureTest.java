package io.groundswell.creator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.groundswell.creator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES = slices().matching("io.groundswell.creator.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "io.groundswell.campaign..", "io.groundswell.advocacy..", "io.groundswell.gateway..", "io.groundswell.suite..");

    @ArchTest
    static final ArchRule HTTP_STAYS_IN_RESOURCES_AND_THEIR_PARAMETERS = noClasses().that()
            .haveSimpleNameNotEndingWith("Resource").and().haveSimpleNameNotEndingWith("Filter").should()
            .dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule STORES_STAY_INSIDE = classes().that().haveSimpleNameEndingWith("Repository").should().notBePublic();

    @ArchTest
    static final ArchRule TIME_IS_JAVA_TIME = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule CREATORS_KNOW_NO_SOURCE_OF_SIGHTINGS = noClasses().that().resideInAPackage("..creator.creator..")
            .should().dependOnClassesThat().resideInAnyPackage("..imports..", "..discovery..", "..feed..");

    @ArchTest
    static final ArchRule THE_FEED_KNOWS_NO_EVENT = noClasses().that().resideInAPackage("..creator.feed..").should()
            .dependOnClassesThat().resideInAnyPackage("..creator.creator..", "..imports..", "..discovery..");
}
