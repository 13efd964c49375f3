package chargehand.files.mpxj;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BorderToMpxjTest {
    private static final JavaClasses FILES =
            new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests())).importPackages("chargehand.files");

    /// The readers whose ways are known; others open archives, databases or files that a file names.
    private static final Set<String> READERS =
            Set.of("MPPReader", "MSPDIReader", "PrimaveraXERFileReader", "PrimaveraPMFileReader", "GanttProjectReader");

    @Test
    void onlyThisPackageKnowsMpxj() {
        noClasses()
                .that()
                .resideOutsideOfPackage("chargehand.files.mpxj")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.mpxj..")
                .check(FILES);
    }

    @Test
    void onlyFiveReadersAreEverMade() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.mpxj..")
                        .and(describe("another reader", BorderToMpxjTest::isAnotherReader)))
                .check(FILES);
    }

    @Test
    void onlyTheProgramInTheChildProcessReads() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ForeignPlanReader")
                .should()
                .dependOnClassesThat(describe("a reader of MPXJ", BorderToMpxjTest::isReader))
                .check(FILES);
    }

    private static boolean isAnotherReader(JavaClass type) {
        return type.getSimpleName().endsWith("Reader") && !isReader(type);
    }

    private static boolean isReader(JavaClass type) {
        return READERS.contains(type.getSimpleName());
    }
}
