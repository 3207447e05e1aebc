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
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Keeps the modules and the packages apart, and to their own kind. */
@AnalyzeClasses(packages = "io.github.gradiospring",
		importOptions = { ImportOption.DoNotIncludeTests.class, ArchitectureTests.DoNotIncludeTestJars.class })
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
			"page", Set.of("component", "endpoint"), //
			"web", Set.of("component", "endpoint", "file", "page", "queue", "session"));

	/** What each room of the pages may use, beside the server. */
	private static final Map<String, Set<String>> PAGE_ROOMS = Map.of(//
			"annotation", Set.of(), //
			"layout", Set.of(), //
			"theme", Set.of(), //
			"interfaces", Set.of("annotation", "layout", "theme"));

	/** What each room of the client may use, beside the protocol. */
	private static final Map<String, Set<String>> CLIENT_ROOMS = Map.of(//
			"error", Set.of(), //
			"http", Set.of("error"), //
			"hub", Set.of("error", "http"), //
			"app", Set.of("error", "http", "hub"), //
			"session", Set.of("error", "http", "app"), //
			"file", Set.of("error", "http", "app"), //
			"call", Set.of("error", "http", "app", "session", "file"));

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

	@ArchTest
	static void aRoomOfTheClientCallsTheNextOneNeverBack(JavaClasses classes) {
		CLIENT_ROOMS
			.forEach(
					(room, others) -> noClasses().that()
						.resideInAPackage(clientRoom(room))
						.should()
						.dependOnClassesThat(
								resideInAPackage(ROOT + "client..")
									.and(DescribedPredicate
										.not(resideInAnyPackage(Stream.concat(Stream.of(room), others.stream())
											.map(ArchitectureTests::clientRoom)
											.toArray(String[]::new))))
									.as("in another room of the client than %s", others))
						.check(classes));
		noClasses().that()
			.resideInAPackage(ROOT + "client")
			.should()
			.dependOnClassesThat(resideInAPackage(clientRoom("exchange")))
			.check(classes);
	}

	@ArchTest
	static void aRoomOfThePagesCallsTheNextOneNeverBack(JavaClasses classes) {
		PAGE_ROOMS
			.forEach(
					(room, others) -> noClasses().that()
						.resideInAPackage(pageRoom(room))
						.should()
						.dependOnClassesThat(
								resideInAPackage(ROOT + "blocks..")
									.and(DescribedPredicate
										.not(resideInAnyPackage(Stream.concat(Stream.of(room), others.stream())
											.map(ArchitectureTests::pageRoom)
											.toArray(String[]::new))))
									.as("in another room of the pages than %s", others))
						.check(classes));
		classes().that()
			.resideInAPackage(ROOT + "blocks..")
			.should()
			.resideInAnyPackage(PAGE_ROOMS.keySet().stream().map(ArchitectureTests::pageRoom).toArray(String[]::new))
			.check(classes);
	}

	@ArchTest
	static void theServerKnowsNoLayout(JavaClasses classes) {
		noClasses().that()
			.resideInAnyPackage(ROOT + "server..", ROOT + "protocol..")
			.should()
			.dependOnClassesThat(resideInAnyPackage(ROOT + "blocks..", ROOT + "ui.."))
			.check(classes);
	}

	@ArchTest
	static void everyRoomOfTheClientHasItsRules(JavaClasses classes) {
		classes().that()
			.resideInAPackage(ROOT + "client..")
			.should()
			.resideInAnyPackage(Stream
				.concat(Stream.of(ROOT + "client", clientRoom("exchange")),
						CLIENT_ROOMS.keySet().stream().map(ArchitectureTests::clientRoom))
				.toArray(String[]::new))
			.check(classes);
	}

	@ArchTest
	static void theClientKnowsNoServerAndNoSpringBoot(JavaClasses classes) {
		noClasses().that()
			.resideInAPackage(ROOT + "client..")
			.should()
			.dependOnClassesThat(resideInAnyPackage(ROOT + "server..", ROOT + "boot..", "org.springframework.boot..",
					"org.springframework.web.servlet..", "jakarta.servlet.."))
			.check(classes);
		noClasses().that()
			.resideInAnyPackage(ROOT + "server..", ROOT + "protocol..")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "client.."))
			.check(classes);
	}

	@ArchTest
	static void theClientBlocksNobody(JavaClasses classes) {
		// but a declared method that returns a plain value has to
		noClasses().that()
			.resideInAPackage(ROOT + "client..")
			.and()
			.resideOutsideOfPackage(clientRoom("exchange"))
			.should()
			.callMethodWhere(DescribedPredicate.describe("block",
					(call) -> call.getName().startsWith("block")
							&& call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")))
			.check(classes);
	}

	private static String pageRoom(String room) {
		return ROOT + "blocks." + room + "..";
	}

	private static String clientRoom(String name) {
		return ROOT + "client." + name + "..";
	}

	private static String room(String name) {
		return ROOT + "server." + name + "..";
	}

	@ArchTest
	static void theProtocolDependsOnJacksonOnly(JavaClasses classes) {
		classes().that()
			.resideInAPackage(ROOT + "protocol..")
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage(ROOT + "protocol..", "java..", "tools.jackson..",
					"com.fasterxml.jackson.annotation..", "org.jspecify.annotations.."))
			.check(classes);
	}

	@ArchTest
	static void theServerKnowsNoSpringBootAndNoContainer(JavaClasses classes) {
		noClasses().that()
			.resideInAPackage(ROOT + "server..")
			.should()
			.dependOnClassesThat(resideInAnyPackage("org.springframework.boot..", "org.springframework.web.servlet..",
					"jakarta.servlet..", "io.netty..", "reactor.netty..", ROOT + "boot.."))
			.check(classes);
	}

	@ArchTest
	static void jacksonIsJackson3(JavaClasses classes) {
		noClasses().should()
			.dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."))
			.check(classes);
	}

	@ArchTest
	static void endpointsDoNotKnowWhereTheyComeFrom(JavaClasses classes) {
		noClasses().that()
			.resideInAPackage(ROOT + "server.endpoint")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "server.endpoint.method.."))
			.check(classes);
	}

	@ArchTest
	static void packagesHaveNoCycles(JavaClasses classes) {
		slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
	}

	@ArchTest
	static void annotationsAreAlone(JavaClasses classes) {
		classes().that()
			.resideInAPackage(ROOT + "server.annotation")
			.and()
			.areTopLevelClasses()
			.and()
			.doNotHaveSimpleName("package-info")
			.should()
			.beAssignableTo(Annotation.class)
			.check(classes);
	}

	@ArchTest
	static void defaultsImplementAnInterfaceAndAreFinal(JavaClasses classes) {
		classes().that()
			.haveSimpleNameStartingWith("Default")
			.and(DescribedPredicate.describe("are no convention, which users extend",
					(type) -> !type.getSimpleName().endsWith("Convention")))
			.should()
			.implement(DescribedPredicate.describe("an interface of ours", (type) -> type.getName().startsWith(ROOT)))
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.check(classes);
	}

	@ArchTest
	static void handlersOfRoutesAreNobodyElsesBusiness(JavaClasses classes) {
		classes().that()
			.resideInAPackage(ROOT + "server.web")
			.and()
			.haveSimpleNameEndingWith("Handler")
			.should()
			.bePackagePrivate()
			.check(classes);
	}

	@ArchTest
	static void nothingPollsOrSleeps(JavaClasses classes) {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + "fixture..")
			.should()
			.callMethod(Thread.class, "sleep", long.class)
			.check(classes);
	}

	@ArchTest
	static void nobodyWritesToTheConsole(JavaClasses classes) {
		noClasses().should()
			.accessField(System.class, "out")
			.orShould()
			.accessField(System.class, "err")
			.check(classes);
	}

	@ArchTest
	static void autoConfigurationsAreWiringAndNothingElse(JavaClasses classes) {
		methods().that()
			.areAnnotatedWith("org.springframework.context.annotation.Bean")
			.and()
			.areDeclaredInClassesThat()
			.resideInAPackage(ROOT + "boot..")
			.should()
			.bePackagePrivate()
			.check(classes);
	}

	@ArchTest
	static void allModulesAreLookedAt(JavaClasses classes) {
		for (String module : Set.of("protocol", "client", "server", "boot", "fixture")) {
			Assertions.assertTrue(classes.stream().anyMatch((type) -> type.getPackageName().startsWith(ROOT + module)),
					() -> "Nothing of " + module + " was found");
		}
	}

	@ArchTest
	static void everyPackageIsNullMarked(JavaClasses classes) {
		classes.stream()
			.map(JavaClass::getPackage)
			.distinct()
			.forEach((found) -> Assertions.assertTrue(found.isAnnotatedWith(NullMarked.class),
					() -> found.getName() + " is not @NullMarked"));
	}

	/** In the reactor a test-jar is a folder or an archive of its own. */
	static final class DoNotIncludeTestJars implements ImportOption {

		@Override
		public boolean includes(Location location) {
			return !location.contains("/test-classes/") && !location.contains("-tests.jar");
		}

	}

}
