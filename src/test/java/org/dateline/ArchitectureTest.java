package org.dateline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Map;

/** The flow runs one way: files to catalog to site to HTTP. See src/docs/architecture.md. */
@AnalyzeClasses(packages = "org.dateline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each package may use those before it, and none after it. */
    private static final List<String> ORDER = List.of(
            "work",
            "csv",
            "geo",
            "streets",
            "model",
            "ground",
            "catalog",
            "features",
            "load",
            "formats",
            "draw",
            "site",
            "http",
            "ingest",
            "desk",
            "cli");

    /** The same inside a package; "" stands for the classes of the package itself. */
    private static final Map<String, List<String>> INNER_ORDER = Map.of(
            "features", List.of("", "cql2", "postgis"),
            "draw", List.of("plane", "figure", "render", "map", "plot", "plate"),
            "site", List.of("resource", "stories", "page", "embed", "template", "", "publish"),
            "http",
                    List.of(
                            "wire", "live", "watch", "query", "errors", "site", "ogc", "records", "embed", "health",
                            ""));

    @ArchTest
    void each_package_imports_only_those_above_it(JavaClasses all) {
        check(ORDER.stream().map(ArchitectureTest::packagesOf).toList(), all);
    }

    @ArchTest
    void each_sub_package_imports_only_those_above_it(JavaClasses all) {
        INNER_ORDER.forEach((outer, inner) -> check(inner(outer, inner), all));
    }

    @ArchTest
    void no_class_is_outside_the_order(JavaClasses all) {
        classes()
                .should()
                .resideInAnyPackage(
                        ORDER.stream().map(ArchitectureTest::packagesOf).toArray(String[]::new))
                .check(all);
        INNER_ORDER.forEach((outer, inner) -> classes()
                .that()
                .resideInAPackage(packagesOf(outer))
                .should()
                .resideInAnyPackage(inner(outer, inner).toArray(String[]::new))
                .check(all));
    }

    @ArchTest
    void no_two_packages_import_each_other(JavaClasses all) {
        slices().matching("org.dateline.(*)..").should().beFreeOfCycles().check(all);
    }

    private static void check(List<String> order, JavaClasses all) {
        for (int i = 0; i < order.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(order.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(order.subList(i + 1, order.size()).toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(all);
        }
    }

    private static List<String> inner(String outer, List<String> names) {
        return names.stream()
                .map(name -> name.isEmpty() ? "org.dateline." + outer : packagesOf(outer + "." + name))
                .toList();
    }

    private static String packagesOf(String name) {
        return "org.dateline." + name + "..";
    }
}
