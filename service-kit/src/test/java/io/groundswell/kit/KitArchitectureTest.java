package io.groundswell.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what within the kit. */
@AnalyzeClasses(packages = "io.groundswell", importOptions = ImportOption.DoNotIncludeTests.class)
class KitArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES = slices().matching("io.groundswell.kit.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_KIT_KNOWS_NO_SERVICE = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "io.groundswell.creator..", "io.groundswell.campaign..", "io.groundswell.advocacy..", "io.groundswell.gateway..");

    /** Others may be had without a database client, as the gateway is. */
    @ArchTest
    static final ArchRule THE_DATABASE_IS_KNOWN_WHERE_IT_IS_USED = noClasses()
            .that().resideOutsideOfPackages("..kit.workspace..", "..kit.idempotency..", "..kit.outbox..", "..kit.bulk..")
            .and().doNotHaveFullyQualifiedName("io.groundswell.kit.problem.Outages$SqlState")
            .should().dependOnClassesThat().resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..",
                    "org.hibernate..", "io.quarkus.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule TIME_IS_THE_MODERN_ONE = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date").orShould().dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Calendar");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses().should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Common)");
}
