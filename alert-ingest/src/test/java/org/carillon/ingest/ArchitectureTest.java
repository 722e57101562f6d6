package org.carillon.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theEdgeKnowsSchemasAndRendering = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.ingest..",
                    "org.carillon.schemas..",
                    "org.carillon.rendering..",
                    "org.apache.kafka..",
                    "io.vertx..",
                    "com.ibm.icu..",
                    "org.bouncycastle..",
                    "gg.jte..",
                    "com.google.zxing..",
                    "com.google.i18n.phonenumbers..",
                    "org.locationtech.jts..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "javax.crypto..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "java..");

    @ArchTest
    static final ArchRule onlyTheHttpEdgeKnowsVertx = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ingest.compose..",
                    "..ingest.alerts..",
                    "..ingest.auth..",
                    "..ingest.kafka..",
                    "..ingest.signature..",
                    "..ingest.feeds..",
                    "..ingest.imports..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsKafka = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ingest.compose..",
                    "..ingest.alerts..",
                    "..ingest.auth..",
                    "..ingest.http..",
                    "..ingest.signature..",
                    "..ingest.feeds..",
                    "..ingest.imports..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.carillon.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noMutableStatics =
            noFields().that().areStatic().should().notBeFinal();
}
