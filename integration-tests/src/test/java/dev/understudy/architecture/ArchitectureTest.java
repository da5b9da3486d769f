package dev.understudy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. The modules keep the coarse order; these rules keep the fine one. */
class ArchitectureTest {
    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.understudy");
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching("(dev.understudy..)").should().beFreeOfCycles().check(ours);
    }

    @Test
    void schemaCrawlerStaysInIntrospect() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.understudy.introspect..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("schemacrawler..", "us.fatehi..")
                .check(ours);
    }

    @Test
    void jooqAndFlywayStayInSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.understudy.sql..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "org.flywaydb..")
                .check(ours);
    }

    @Test
    void learningAndGeneratingDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("dev.understudy.learn..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.understudy.generate..")
                .check(ours);
        noClasses()
                .that()
                .resideInAPackage("dev.understudy.generate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.understudy.learn..")
                .check(ours);
    }

    @Test
    void evaluationKnowsNoModel() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.understudy.fidelity..",
                        "dev.understudy.utility..",
                        "dev.understudy.privacy..",
                        "dev.understudy.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.understudy.model..", "dev.understudy.learn..", "dev.understudy.generate..")
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void aVendorIsALeafThatOnlyTheListOfVendorsNames() {
        for (String home : new String[] {"introspect", "sql.ddl", "read", "load", "swap"}) {
            for (String vendor : new String[] {"postgresql", "mariadb", "h2", "sqlite", "generic", "crossvendor"}) {
                String leaf = "dev.understudy." + home + "." + vendor;
                classes()
                        .that()
                        .resideInAPackage(leaf + "..")
                        .should()
                        .onlyHaveDependentClassesThat()
                        .resideInAnyPackage(
                                leaf + "..",
                                "dev.understudy.introspect",
                                "dev.understudy.sql.vendor",
                                "dev.understudy.vendor")
                        .allowEmptyShould(true)
                        .check(ours);
            }
        }
    }

    @Test
    void theServerKnowsOnlyTheLogOfItsRuns() {
        noClasses()
                .that()
                .resideInAPackage("dev.understudy.serve..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.understudy.job..", "dev.understudy.cli..", "dev.understudy.target..")
                .check(ours);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.understudy.serve.state")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.cronutils..")
                .check(ours);
    }

    @Test
    void nothingIsNamedAfterNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Misc)$")
                .check(ours);
    }

    @Test
    void driversStayInConnectors() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.understudy.connect..", "dev.understudy.load..", "dev.understudy.read..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.postgresql..", "org.mariadb..", "org.h2..", "org.sqlite..", "com.zaxxer..")
                .check(ours);
    }
}
