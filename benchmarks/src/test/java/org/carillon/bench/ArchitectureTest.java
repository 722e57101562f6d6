package org.carillon.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyCommandsKnowTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("..bench.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule brokersAreOnlyKnownWhereTheyAreStarted = noClasses()
            .that()
            .resideOutsideOfPackage("..bench.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..");

    @ArchTest
    static final ArchRule theHubIsOnlyKnownWhereItIsStarted = noClasses()
            .that()
            .resideOutsideOfPackages("..bench.broker..", "..bench.hub..", "..bench.kill..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.carillon.hub..");

    @ArchTest
    static final ArchRule rawKafkaHasNothingOfTheRouter = noClasses()
            .that()
            .resideInAPackage("..bench.raw..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.carillon.router..", "org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule onlyTheEntryPointEndsTheProcess =
            noClasses().that().doNotHaveSimpleName("Main").should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.carillon.bench.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noMutableStatics =
            noFields().that().areStatic().should().notBeFinal();
}
