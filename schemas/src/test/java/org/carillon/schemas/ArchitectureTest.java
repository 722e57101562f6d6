package org.carillon.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.carillon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SCHEMAS = "org.carillon.schemas..";

    @ArchTest
    static final ArchRule dependsOnNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(SCHEMAS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.rendering..",
                    "org.carillon.channel..",
                    "org.carillon.router..",
                    "org.carillon.ingest..",
                    "org.carillon.hub..");

    @ArchTest
    static final ArchRule knowsNothingOfServersAndProviders = noClasses()
            .that()
            .resideInAPackage(SCHEMAS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..", "com.twilio..", "org.apache.kafka.streams..", "org.apache.kafka.server..");

    /** Topics and the codecs of their binary records do; whoever validates a file or opens a contact need not. */
    @ArchTest
    static final ArchRule onlyRecordsOnTheirWayKnowKafka = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.carillon.schemas.alert..",
                    "org.carillon.schemas.cap..",
                    "org.carillon.schemas.city..",
                    "org.carillon.schemas.geo..",
                    "org.carillon.schemas.keys..",
                    "org.carillon.schemas.text..",
                    "org.carillon.schemas.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule foldingAndYamlStandAlone = noClasses()
            .that()
            .resideInAnyPackage("org.carillon.schemas.text..", "org.carillon.schemas.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.schemas.cap..",
                    "org.carillon.schemas.city..",
                    "org.carillon.schemas.geo..",
                    "org.carillon.schemas.keys..",
                    "org.carillon.schemas.topic..");

    @ArchTest
    static final ArchRule shapesAndKeysKnowNothingOfAlerts = noClasses()
            .that()
            .resideInAnyPackage("org.carillon.schemas.geo..", "org.carillon.schemas.keys..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.schemas.cap..", "org.carillon.schemas.alert..", "org.carillon.schemas.city..");

    @ArchTest
    static final ArchRule capStandsAlone = noClasses()
            .that()
            .resideInAPackage("org.carillon.schemas.cap..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.schemas.alert..",
                    "org.carillon.schemas.city..",
                    "org.carillon.schemas.geo..",
                    "org.carillon.schemas.keys..",
                    "org.carillon.schemas.topic..");

    @ArchTest
    static final ArchRule onlyKeysKnowTheCryptographer = noClasses()
            .that()
            .resideOutsideOfPackage("org.carillon.schemas.keys..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.crypto..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.carillon.schemas.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noMutableStatics = noFields()
            .that()
            .areStatic()
            .should()
            .notBeFinal()
            .because("state belongs to someone who can be made twice");

    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);
}
