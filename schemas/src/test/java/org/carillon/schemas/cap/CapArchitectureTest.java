package org.carillon.schemas.cap;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class CapArchitectureTest {

    private static final String CAP = "org.carillon.schemas.cap";

    @Test
    void shouldPointFromCodecToRulesToModelAndXml() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(CAP);
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy(CAP)
                .layer("xml")
                .definedBy(CAP + ".xml")
                .layer("rules")
                .definedBy(CAP + ".rules")
                .layer("codec")
                .definedBy(CAP + ".codec")
                .whereLayer("codec")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("codec")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("rules", "codec")
                .whereLayer("xml")
                .mayOnlyBeAccessedByLayers("rules", "codec")
                .check(classes);
    }
}
