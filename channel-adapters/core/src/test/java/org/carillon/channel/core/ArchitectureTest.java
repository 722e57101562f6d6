package org.carillon.channel.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.channel.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NO_PROVIDER_AND_NO_OTHER_PART = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.twilio..",
                    "org.carillon.ingest..",
                    "org.carillon.router..",
                    "org.carillon.hub..",
                    "org.carillon.simulator..",
                    "org.carillon.channel.sms..",
                    "org.carillon.channel.web..",
                    "org.carillon.channel.radio..",
                    "org.carillon.channel.push..");

    @ArchTest
    static final ArchRule VERTX_STAYS_WITH_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("org.carillon.channel.core.http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..");

    @ArchTest
    static final ArchRule ONLY_THE_LOOP_PUTS_THE_PARTS_TOGETHER = noClasses()
            .that()
            .resideOutsideOfPackage("org.carillon.channel.core.loop")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.carillon.channel.core.loop");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("org.carillon.channel.core.(*)..").should().beFreeOfCycles();
}
