package org.carillon.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule standsOutsideTheHub = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.simulator..",
                    "org.carillon.rendering.sms..",
                    "java..",
                    "javax.crypto..",
                    "io.vertx..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule onlySegmentCountingKnowsRendering = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Segments(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.carillon.rendering..");

    @ArchTest
    static final ArchRule memoryKnowsNothingOfHttp = noClasses()
            .that()
            .resideInAPackage("..simulator.message..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.carillon.simulator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noMutableStatics =
            noFields().that().areStatic().should().notBeFinal();
}
