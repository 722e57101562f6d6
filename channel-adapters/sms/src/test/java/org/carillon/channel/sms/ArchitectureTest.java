package org.carillon.channel.sms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carillon.channel.sms", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NEITHER_INGEST_NOR_ROUTER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.carillon.ingest..",
                    "org.carillon.router..",
                    "org.carillon.hub..",
                    "org.carillon.simulator..",
                    "org.carillon.channel.web..",
                    "org.carillon.channel.radio..",
                    "org.carillon.channel.push..");

    @ArchTest
    static final ArchRule TWILIOS_TYPES_STAY_WITH_TWILIO = noClasses()
            .that()
            .resideOutsideOfPackages("org.carillon.channel.sms.twilio..", "org.carillon.channel.sms.webhook..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.twilio..");

    @ArchTest
    static final ArchRule WORDS_AND_REPLIES_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage("org.carillon.channel.sms.words..", "org.carillon.channel.sms.reply..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "org.apache.kafka..", "org.carillon.channel.core..");
}
