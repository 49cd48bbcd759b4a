package io.particlearena.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the direction of the arrows between packages, and which package may touch which library. */
@AnalyzeClasses(packages = "io.particlearena", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String ROOT = "io.particlearena";

    @ArchTest
    static final ArchRule arrowsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("math")
            .definedBy(ROOT + ".math..")
            .layer("store")
            .definedBy(ROOT + ".store..")
            .layer("options")
            .definedBy(ROOT + ".options..")
            .layer("world")
            .definedBy(ROOT + ".world..")
            .layer("env")
            .definedBy(ROOT + ".env..")
            .layer("scenario")
            .definedBy(ROOT + ".scenario..")
            .layer("nn")
            .definedBy(ROOT + ".nn..")
            .layer("algo")
            .definedBy(ROOT + ".algo..")
            .layer("results")
            .definedBy(ROOT + ".results..")
            .layer("experiment")
            .definedBy(ROOT + ".experiment..")
            .layer("ui")
            .definedBy(ROOT + ".ui..")
            .layer("cli")
            .definedBy(ROOT + ".cli..")
            .whereLayer("math")
            .mayNotAccessAnyLayer()
            .whereLayer("store")
            .mayNotAccessAnyLayer()
            .whereLayer("options")
            .mayNotAccessAnyLayer()
            .whereLayer("world")
            .mayOnlyAccessLayers("math")
            .whereLayer("env")
            .mayOnlyAccessLayers("world", "options", "store", "math")
            .whereLayer("scenario")
            .mayOnlyAccessLayers("env", "world", "options", "store", "math")
            .whereLayer("nn")
            .mayOnlyAccessLayers("store", "math")
            .whereLayer("algo")
            .mayOnlyAccessLayers("nn", "env", "options", "store", "math")
            .whereLayer("results")
            .mayOnlyAccessLayers("store", "options", "math")
            .whereLayer("experiment")
            .mayOnlyAccessLayers("algo", "scenario", "env", "results", "options", "store", "math")
            .whereLayer("ui")
            .mayOnlyAccessLayers("experiment", "results", "env", "world", "options", "store", "math");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule subPackagesHaveNoCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "org.jfree..", "atlantafx..", "org.monte..");

    @ArchTest
    static final ArchRule onlyNetworksKnowNd4j = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".nn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..", "com.sun.jna..");

    @ArchTest
    static final ArchRule fewPackagesKnowJackson = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + ".results..", ROOT + ".experiment..", ROOT + ".store..", ROOT + ".env..", ROOT + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".cli..", ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule randomNumbersComeFromNamedStreams = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .callMethod(Math.class, "random");

    /** Each of these makes objects of classes that a file names, or runs what it says. */
    @ArchTest
    static final ArchRule nothingIsJavaDeserialised = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.beans.XMLDecoder")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.script.ScriptEngineManager")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.deeplearning4j.util.ModelSerializer")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.nd4j.common.util.SerializationUtils")
            .orShould()
            .callMethodWhere(target(owner(assignableTo("org.nd4j.linalg.factory.Nd4j")))
                    .and(target(nameMatching("read.*|load.*|create(From)?Npy.*"))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo("org.nd4j.autodiff.samediff.SameDiff")))
                    .and(target(nameMatching("(load|import|fromFlat).*"))))
            .orShould()
            .callMethodWhere(target(nameMatching("(activate|set)Default(Typing.*|Typer)|enableDefaultTyping.*"))
                    .and(target(owner(resideInAPackage("com.fasterxml..")))))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.fasterxml.jackson.annotation.JsonTypeInfo");

    @ArchTest
    static final ArchRule jsonIsReadWithinLimits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".store.JsonLimits")
            .should()
            .callConstructorWhere(target(owner(assignableTo("com.fasterxml.jackson.core.ObjectCodec")
                    .or(assignableTo("com.fasterxml.jackson.core.JsonFactory")))));

    private ArchitectureTest() {}
}
