package org.carillon.rendering;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.rendering", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule renderingKnowsOnlySchemasIcuAndJson = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.rendering..",
                    "org.carillon.schemas..",
                    "com.ibm.icu..",
                    "com.fasterxml.jackson..",
                    "org.snakeyaml.engine..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule renderingIsPure = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "java.net..",
                    "java.nio.file..",
                    "java.sql..",
                    "org.carillon.schemas.topic..");

    @ArchTest
    static final ArchRule onlyTheCatalogueReadsTheClassPath = noClasses()
            .that()
            .resideOutsideOfPackage("..rendering.catalogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "org.snakeyaml.engine..");

    @ArchTest
    static final ArchRule nobodyAsksTheClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.carillon.rendering.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noMutableStatics =
            noFields().that().areStatic().should().notBeFinal();
}
