package dev.plumbline;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house stands as docs/ARCHITECTURE.md draws it. */
class HouseTest {

    private static final String HOUSE = "dev.plumbline";

    /** From the ground up; rooms of one floor do not know each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("evidence"),
            List.of("facts"),
            List.of("topology"),
            List.of("systems"),
            List.of("sources"),
            List.of("weave"),
            List.of("answers"),
            List.of("plan", "views"),
            List.of("lab"),
            List.of("cli", "web"));

    /** The floors whose output hangs on their input alone. */
    private static final String[] CORE =
            in("evidence", "facts", "topology", "systems", "weave", "answers", "plan", "views");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    static List<String> rooms() {
        return FLOORS.stream().flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void importsRunDownwardsOnly(String room) {
        noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in(besideAndAbove(room)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyRoomIsOnAFloor() {
        Set<JavaPackage> found = CLASSES.getPackage(HOUSE).getSubpackages();
        assertThat(found).extracting(JavaPackage::getRelativeName).isNotEmpty().isSubsetOf(rooms());
    }

    @Test
    void aSystemKnowsNoOtherSystem() {
        slices().matching(HOUSE + ".systems.(*)..")
                .should()
                .notDependOnEachOther()
                // A Kubernetes object holds its makers' objects: its reader hands them on.
                .ignoreDependency(resideInAPackage(in("systems.kubernetes")), alwaysTrue())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void aSourceKnowsNoOtherSourceAndNoReader() {
        slices().matching(HOUSE + ".sources.(*)..")
                .should()
                .notDependOnEachOther()
                // What stands on a command line is the same wherever it was typed.
                .ignoreDependency(alwaysTrue(), resideInAPackage(in("sources.shell")))
                .allowEmptyShould(true)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(in("sources"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + ".systems.*..")
                .check(CLASSES);
    }

    @Test
    void rulesKnowNoSourceByName() {
        noClasses()
                .that()
                .resideInAnyPackage(in("weave", "answers", "views"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + ".sources.*..")
                .check(CLASSES);
    }

    @Test
    void viewsAndChecksSeeTopologyAndAnswersOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(in("views", "answers.check"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("systems", "weave", "plan"))
                .check(CLASSES);
    }

    @Test
    void aPlanIsNeverWoven() {
        noClasses()
                .that()
                .resideInAPackage(in("plan"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("weave"))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void factsAndTopologyAreDataOnly() {
        classes()
                .that()
                .resideInAnyPackage(in("facts", "topology"))
                .and()
                .doNotHaveSimpleName("package-info")
                .and()
                .haveSimpleNameNotEndingWith("Builder")
                .and()
                .doNotHaveSimpleName("FactSet") // an index over facts, immutable as they are
                .should(be(
                        describe("records, enums or interfaces", c -> c.isRecord() || c.isEnum() || c.isInterface())))
                .check(CLASSES);
    }

    @Test
    void everyPackageKeepsNullsOut() {
        assertThat(CLASSES.getPackage(HOUSE).getSubpackagesInTree())
                .filteredOn(inside -> !inside.getClasses().isEmpty())
                .isNotEmpty()
                .allSatisfy(inside -> assertThat(inside.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info with @NullMarked", inside.getName())
                        .isTrue());
    }

    @Test
    void aClassIsNamedForItsOneJob() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Utility|Utilities|Manager|Helper|Helpers)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void nothingIsRememberedBetweenRuns() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void theCoreHasNoClockNoChanceAndNoSurroundings() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .accessTargetWhere(describe("tells time, chance, locale or environment", HouseTest::hangsOnTheWorld))
                .check(CLASSES);
    }

    private static boolean hangsOnTheWorld(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "lineSeparator", "identityHashCode")
                        .contains(name);
            case "java.lang.Math" -> name.equals("random");
            case "java.util.Locale" -> name.equals("getDefault");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.TimeZone", "java.time.ZoneId" ->
                Set.of("getDefault", "systemDefault").contains(name);
            case "java.time.Clock" -> name.startsWith("system");
            case "java.util.Random", "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom" -> true;
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    @Test
    void onlyTheFacesSpeak() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("cli", "web"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void onlyWhatIsMeantToReachesOut() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("sources.host", "sources.cluster", "lab", "cli", "web"))
                .should()
                .dependOnClassesThat(reachesOut())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> reachesOut() {
        return describe(
                "run programs or open connections",
                type -> type.isAssignableTo(Process.class)
                        || type.isEquivalentTo(ProcessBuilder.class)
                        || type.isEquivalentTo(Runtime.class)
                        || type.getPackageName().startsWith("java.net.http")
                        || type.getName().matches("java\\.net\\.(.*Socket|URL|URLConnection)"));
    }

    private static String[] in(String... rooms) {
        return Stream.of(rooms).map(room -> HOUSE + "." + room + "..").toArray(String[]::new);
    }

    private static String in(String room) {
        return HOUSE + "." + room + "..";
    }

    private static String[] besideAndAbove(String room) {
        int floor = IntStream.range(0, FLOORS.size())
                .filter(i -> FLOORS.get(i).contains(room))
                .findFirst()
                .orElseThrow();
        List<String> others = new ArrayList<>();
        FLOORS.subList(floor, FLOORS.size()).forEach(others::addAll);
        others.remove(room);
        return others.toArray(String[]::new);
    }
}
