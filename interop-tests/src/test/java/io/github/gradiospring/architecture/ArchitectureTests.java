package io.github.gradiospring.architecture;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Keeps the modules and the packages apart, and to their own kind. */
@AnalyzeClasses(packages = "io.github.gradiospring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String ROOT = "io.github.gradiospring.";

	/** What each room of the server may use, beside the protocol. */
	private static final Map<String, Set<String>> ROOMS = Map.of(//
			"annotation", Set.of(), //
			"file", Set.of(), //
			"session", Set.of(), //
			"observation", Set.of(), //
			"component", Set.of("annotation", "file"), //
			"endpoint", Set.of("annotation", "component", "file", "session"), //
			"queue", Set.of("component", "endpoint", "observation", "session"), //
			"web", Set.of("component", "endpoint", "file", "queue", "session"));

	@ArchTest
	static void aRoomCallsTheNextOneNeverBack(JavaClasses classes) {
		ROOMS.forEach((room, others) -> {
			DescribedPredicate<JavaClass> forbidden = resideInAPackage(ROOT + "server..")
				.and(DescribedPredicate.not(resideInAnyPackage(Stream.concat(Stream.of(room), others.stream())
					.map(ArchitectureTests::room)
					.toArray(String[]::new))));
			noClasses().that()
				.resideInAPackage(room(room))
				.should()
				.dependOnClassesThat(forbidden.as("in another room than %s", others))
				.check(classes);
		});
	}

	@ArchTest
	static void everyRoomHasItsRules(JavaClasses classes) {
		classes().that()
			.resideInAPackage(ROOT + "server..")
			.should()
			.resideInAnyPackage(ROOMS.keySet().stream().map(ArchitectureTests::room).toArray(String[]::new))
			.check(classes);
	}

	private static String room(String name) {
		return ROOT + "server." + name + "..";
	}

	@ArchTest
	static final ArchRule theProtocolDependsOnJacksonOnly = classes().that()
		.resideInAPackage(ROOT + "protocol..")
		.should()
		.onlyDependOnClassesThat(resideInAnyPackage(ROOT + "protocol..", "java..", "tools.jackson..",
				"com.fasterxml.jackson.annotation..", "org.jspecify.annotations.."));

	@ArchTest
	static final ArchRule theServerKnowsNoSpringBootAndNoContainer = noClasses().that()
		.resideInAPackage(ROOT + "server..")
		.should()
		.dependOnClassesThat(resideInAnyPackage("org.springframework.boot..", "org.springframework.web.servlet..",
				"jakarta.servlet..", "io.netty..", "reactor.netty..", ROOT + "boot.."));

	@ArchTest
	static final ArchRule jacksonIsJackson3 = noClasses().should()
		.dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."));

	@ArchTest
	static final ArchRule endpointsDoNotKnowWhereTheyComeFrom = noClasses().that()
		.resideInAPackage(ROOT + "server.endpoint")
		.should()
		.dependOnClassesThat(resideInAPackage(ROOT + "server.endpoint.method.."));

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching(ROOT + "(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule annotationsAreAlone = classes().that()
		.resideInAPackage(ROOT + "server.annotation")
		.and()
		.areTopLevelClasses()
		.should()
		.beAssignableTo(Annotation.class);

	@ArchTest
	static final ArchRule defaultsImplementAnInterfaceAndAreFinal = classes().that()
		.haveSimpleNameStartingWith("Default")
		.should()
		.implement(DescribedPredicate.describe("an interface of ours", (type) -> type.getName().startsWith(ROOT)))
		.andShould()
		.haveModifier(JavaModifier.FINAL);

	@ArchTest
	static final ArchRule handlersOfRoutesAreNobodyElsesBusiness = classes().that()
		.resideInAPackage(ROOT + "server.web")
		.and()
		.haveSimpleNameEndingWith("Handler")
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule nothingPollsOrSleeps = noClasses().that()
		.resideOutsideOfPackage(ROOT + "fixture..")
		.should()
		.callMethod(Thread.class, "sleep", long.class);

	@ArchTest
	static final ArchRule nobodyWritesToTheConsole = noClasses().should()
		.accessField(System.class, "out")
		.orShould()
		.accessField(System.class, "err");

	@ArchTest
	static final ArchRule autoConfigurationsAreWiringAndNothingElse = methods().that()
		.areAnnotatedWith("org.springframework.context.annotation.Bean")
		.and()
		.areDeclaredInClassesThat()
		.resideInAPackage(ROOT + "boot..")
		.should()
		.bePackagePrivate();

	@ArchTest
	static void everyPackageIsNullMarked(JavaClasses classes) {
		classes.stream()
			.map(JavaClass::getPackage)
			.distinct()
			.forEach((found) -> Assertions.assertTrue(found.isAnnotatedWith(NullMarked.class),
					() -> found.getName() + " is not @NullMarked"));
	}

}
