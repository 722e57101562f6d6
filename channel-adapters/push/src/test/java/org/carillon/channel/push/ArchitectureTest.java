package org.carillon.channel.push;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.channel.push", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NEITHER_THE_EDGE_NOR_THE_ROUTER_NOR_ANOTHER_CHANNEL = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.ingest..",
                    "org.carillon.router..",
                    "org.carillon.hub..",
                    "org.carillon.simulator..",
                    "org.carillon.channel.sms..",
                    "org.carillon.channel.web..",
                    "org.carillon.channel.radio..");

    @ArchTest
    static final ArchRule THE_LIBRARYS_TYPES_STAY_WITH_SENDING = noClasses()
            .that()
            .resideOutsideOfPackages("org.carillon.channel.push.send..", "org.carillon.channel.push.subscribe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.zerodeplibs..");

    @ArchTest
    static final ArchRule THE_BROWSER_SHARES_NOTHING_WITH_THE_SENDER = noClasses()
            .that()
            .resideInAPackage("org.carillon.channel.push.browser..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.zerodeplibs..",
                    "org.carillon.channel.push.send..",
                    "org.carillon.channel.push.subscribe..",
                    "org.carillon.channel.core..");
}
