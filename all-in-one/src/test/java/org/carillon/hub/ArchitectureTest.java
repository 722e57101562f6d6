package org.carillon.hub;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** This module may use every other; so the rules here are of its own inside. */
@AnalyzeClasses(packages = "org.carillon.hub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyCommandsKnowTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("..hub.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsTheBroker = noClasses()
            .that()
            .resideOutsideOfPackage("..hub.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..");

    @ArchTest
    static final ArchRule onlyTheRunnerReadsTheEnvironment =
            noClasses().that().doNotHaveSimpleName("CommandRunner").should().callMethodWhere(target(name("getenv")));

    @ArchTest
    static final ArchRule onlyTheEntryPointEndsTheProcess =
            noClasses().that().doNotHaveSimpleName("Main").should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.carillon.hub.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noMutableStatics =
            noFields().that().areStatic().should().notBeFinal();
}
