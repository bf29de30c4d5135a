package io.groundswell.suite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.groundswell.suite", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PARTS_FORM_NO_CYCLES = slices().matching("io.groundswell.suite.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CLASS_OF_A_SERVICE = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "io.groundswell.kit..",
            "io.groundswell.creator..", "io.groundswell.campaign..", "io.groundswell.advocacy..", "io.groundswell.gateway..");

    @ArchTest
    static final ArchRule PARTS_DO_NOT_KNOW_THE_COMMAND_LINE = noClasses().that().resideOutsideOfPackage("..suite.cli..")
            .should()
            .dependOnClassesThat().resideInAnyPackage("..suite.cli..", "picocli..");

    @ArchTest
    static final ArchRule STATE_KNOWS_NO_PART = noClasses().that().resideInAPackage("..suite.state..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("..suite.database..", "..suite.issuer..", "..suite.process..");

    @ArchTest
    static final ArchRule THE_ISSUER_LIBRARY_STAYS_IN_ITS_PACKAGE = noClasses().that()
            .resideOutsideOfPackage("..suite.issuer..").should()
            .dependOnClassesThat().resideInAnyPackage("no.nav.security..", "com.nimbusds..");
}
