package org.carillon.router;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.router", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theRouterKnowsOnlyTheSchemas = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.router..",
                    "org.carillon.schemas..",
                    "org.apache.kafka..",
                    "org.rocksdb..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "java..");

    @ArchTest
    static final ArchRule decisionsKnowNothingOfKafka = noClasses()
            .that()
            .haveFullyQualifiedName("org.carillon.router.lifecycle.AlertLifecycle")
            .or()
            .haveFullyQualifiedName("org.carillon.router.lifecycle.Submissions")
            .or()
            .haveFullyQualifiedName("org.carillon.router.lifecycle.Settlement")
            .or()
            .haveFullyQualifiedName("org.carillon.router.lifecycle.Approvals")
            .or()
            .haveFullyQualifiedName("org.carillon.router.lifecycle.Issuance")
            .or()
            .haveFullyQualifiedName("org.carillon.router.lifecycle.References")
            .or()
            .haveFullyQualifiedName("org.carillon.router.resident.Dialogue")
            .or()
            .haveFullyQualifiedName("org.carillon.router.resident.Reading")
            .or()
            .haveFullyQualifiedName("org.carillon.router.resident.SignUps")
            .or()
            .haveFullyQualifiedName("org.carillon.router.resident.Preferences")
            .or()
            .haveFullyQualifiedName("org.carillon.router.resident.Departures")
            .or()
            .haveFullyQualifiedName("org.carillon.router.resident.Subscriptions")
            .or()
            .haveFullyQualifiedName("org.carillon.router.resident.SubscriptionDesk")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule partsMeetOnlyInTopics = noClasses()
            .that()
            .resideInAPackage("..router.lifecycle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..router.resident..", "..router.audience..", "..router.reach..");

    @ArchTest
    static final ArchRule residentsKnowNoOtherPart = noClasses()
            .that()
            .resideInAPackage("..router.resident..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..router.lifecycle..", "..router.audience..", "..router.reach..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.carillon.router.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noMutableStatics =
            noFields().that().areStatic().should().notBeFinal();
}
