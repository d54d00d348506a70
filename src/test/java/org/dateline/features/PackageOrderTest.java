package org.dateline.features;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/** The order inside {@code features}: collections, then filters in CQL2, then what a database answers. */
@AnalyzeClasses(packages = "org.dateline.features", importOptions = DoNotIncludeTests.class)
class PackageOrderTest {

    private static final String FEATURES = "org.dateline.features";

    @ArchTest
    void collections_know_neither_cql2_nor_the_database(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage(FEATURES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES + ".cql2", FEATURES + ".postgis")
                .check(all);
    }

    @ArchTest
    void cql2_does_not_know_the_database(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage(FEATURES + ".cql2")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FEATURES + ".postgis")
                .check(all);
    }
}
