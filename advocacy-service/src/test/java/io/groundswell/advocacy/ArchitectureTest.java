package io.groundswell.advocacy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Calendar;
import java.util.Date;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.groundswell", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCycles = slices().matching("io.groundswell.advocacy.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule linksKnowNeitherPeopleNorPacksNorClicks = noClasses().that()
            .resideInAPackage("io.groundswell.advocacy.link..").should().dependOnClassesThat()
            .resideInAnyPackage("io.groundswell.advocacy.roster..", "io.groundswell.advocacy.sharing..",
                    "io.groundswell.advocacy.click..", "io.groundswell.advocacy.totals..");

    @ArchTest
    static final ArchRule theRosterKnowsNoSharing = noClasses().that().resideInAPackage("io.groundswell.advocacy.roster..")
            .should().dependOnClassesThat().resideInAnyPackage("io.groundswell.advocacy.link..",
                    "io.groundswell.advocacy.sharing..", "io.groundswell.advocacy.click..");

    @ArchTest
    static final ArchRule repositoriesStayInTheirFeature = classes().that().haveSimpleNameEndingWith("Repository").should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule onlyResourcesSpeakJaxRs = noClasses().that().resideInAPackage("io.groundswell.advocacy..").and()
            .haveSimpleNameNotEndingWith("Resource").should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule timeIsJavaTime = noClasses().that().resideInAPackage("io.groundswell.advocacy..").should()
            .dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class);

    @ArchTest
    static final ArchRule theKitKnowsNoService = noClasses().that().resideInAPackage("io.groundswell.kit..").should()
            .dependOnClassesThat().resideInAPackage("io.groundswell.advocacy..");
}
