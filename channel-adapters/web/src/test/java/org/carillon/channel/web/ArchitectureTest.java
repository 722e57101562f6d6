package org.carillon.channel.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.channel.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Holds from the first class on, of which there is none yet. */
    @ArchTest
    static final ArchRule knowsNeitherTheEdgeNorTheRouterNorAnotherChannel = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.ingest..",
                    "org.carillon.router..",
                    "org.carillon.hub..",
                    "org.carillon.channel.sms..")
            .allowEmptyShould(true);
}
