package chargehand.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// The engine thinks and does nothing else, and thought flows in one direction.
final class ArchitectureTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("chargehand");

    @Test
    void flowsFromTimeToExplanation() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("time")
                .definedBy("chargehand.engine.time")
                .layer("plan")
                .definedBy("chargehand.engine.plan")
                .layer("network")
                .definedBy("chargehand.engine.network")
                .layer("exact")
                .definedBy("chargehand.engine.exact")
                .layer("levelling")
                .definedBy("chargehand.engine.levelling")
                .layer("forecast")
                .definedBy("chargehand.engine.forecast")
                .layer("explain")
                .definedBy("chargehand.engine.explain")
                .whereLayer("explain")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("forecast")
                .mayOnlyBeAccessedByLayers("explain")
                .whereLayer("exact")
                .mayOnlyBeAccessedByLayers("levelling")
                .whereLayer("levelling")
                .mayOnlyBeAccessedByLayers("forecast", "explain")
                .whereLayer("network")
                .mayOnlyBeAccessedByLayers("levelling", "forecast", "explain")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("network", "levelling", "forecast", "explain")
                .check(ENGINE);
    }

    @Test
    void readsCvsBeforeItHoldsThemAgainstProfiles() {
        noClasses()
                .that()
                .resideInAPackage("chargehand.engine.staffing.cv")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("chargehand.engine.staffing.profile", "chargehand.engine.plan..")
                .check(ENGINE);
    }

    @Test
    void needsNothingButJava() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "chargehand.engine..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.io",
                        "java.nio.charset",
                        "org.jspecify.annotations")
                .check(ENGINE);
    }

    @Test
    void readsNothingButItsOwnWords() {
        noClasses()
                .that()
                .haveNameNotMatching("chargehand\\.engine\\..*Words")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio..")
                .check(ENGINE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccess).*")
                .check(ENGINE);
    }

    @Test
    void hasNoClockAndNoChanceWithoutASeed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, ThreadLocalRandom.class)
                .check(ENGINE);
        noClasses().should().callConstructor(Random.class).check(ENGINE);
        noClasses().should().callConstructor(SplittableRandom.class).check(ENGINE);
        noClasses().should().callMethod(Math.class, "random").check(ENGINE);
        classes().should(askNobodyForTheTime()).check(ENGINE);
    }

    private static ArchCondition<JavaClass> askNobodyForTheTime() {
        var names = Set.of("now", "currentTimeMillis", "nanoTime", "systemDefault");
        return new ArchCondition<>("ask neither a clock nor the machine for its zone") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                for (JavaMethodCall call : each.getMethodCallsFromSelf()) {
                    boolean ofJava = call.getTargetOwner().getPackageName().startsWith("java.");
                    if (ofJava && names.contains(call.getTarget().getName()))
                        events.add(SimpleConditionEvent.violated(each, call.getDescription()));
                }
            }
        };
    }
}
