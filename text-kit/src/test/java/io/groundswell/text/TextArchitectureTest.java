package io.groundswell.text;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what within the text kit. */
@AnalyzeClasses(packages = "io.groundswell.text", importOptions = ImportOption.DoNotIncludeTests.class)
class TextArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES = slices().matching("io.groundswell.text.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule IT_KNOWS_NO_SERVICE_AND_NO_FRAMEWORK = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("io.groundswell.kit..", "io.groundswell.creator..", "io.groundswell.campaign..",
                    "io.groundswell.advocacy..", "io.groundswell.gateway..", "io.quarkus..", "io.vertx..", "io.smallrye..",
                    "jakarta..");

    @ArchTest
    static final ArchRule PHRASES_KNOW_NO_MEANING = noClasses().that().resideInAPackage("..text.phrase..").should()
            .dependOnClassesThat().resideInAnyPackage("..text.topic..", "..text.language..", "..text.expertise..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses().should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Common)");
}
