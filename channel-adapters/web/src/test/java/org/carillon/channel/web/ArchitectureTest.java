package org.carillon.channel.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.channel.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNeitherTheEdgeNorTheRouterNorAnotherChannel = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.ingest..",
                    "org.carillon.router..",
                    "org.carillon.hub..",
                    "org.carillon.channel.sms..",
                    "org.carillon.channel.push..",
                    "org.carillon.channel.radio..");

    /** What was not issued must have no way past {@code PublicAlerts}. */
    @ArchTest
    static final ArchRule pagesAndFeedsAskOnlyWhatIsPublic = noClasses()
            .that()
            .resideInAnyPackage("..web.page..", "..web.feed..", "..web.site..", "..web.asset..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.carillon.channel.web.alerts.HubAlerts")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.carillon.channel.core.published..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.carillon.channel.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyAsksTheSystemClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC");
}
