package org.dateline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.stream.Stream;

/** The flow runs one way: files to catalog to site to HTTP. See src/docs/architecture.md. */
@AnalyzeClasses(packages = "org.dateline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each package may use those before it, and none after it. */
    private static final List<String> ORDER =
            List.of("geo", "model", "catalog", "features", "load", "formats", "draw", "site", "http", "cli");

    @ArchTest
    void each_package_imports_only_those_above_it(JavaClasses all) {
        for (int i = 0; i < ORDER.size(); i++) {
            String[] below = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(ArchitectureTest::packagesOf)
                    .toArray(String[]::new);
            if (below.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(packagesOf(ORDER.get(i)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .allowEmptyShould(true)
                        .check(all);
            }
        }
    }

    @ArchTest
    void no_class_stands_outside_the_order(JavaClasses all) {
        classes()
                .should()
                .resideInAnyPackage(Stream.of(ORDER)
                        .flatMap(List::stream)
                        .map(ArchitectureTest::packagesOf)
                        .toArray(String[]::new))
                .check(all);
    }

    @ArchTest
    void no_two_packages_import_each_other(JavaClasses all) {
        slices().matching("org.dateline.(*)..").should().beFreeOfCycles().check(all);
    }

    private static String packagesOf(String name) {
        return "org.dateline." + name + "..";
    }
}
