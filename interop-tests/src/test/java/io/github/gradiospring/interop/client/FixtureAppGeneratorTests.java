package io.github.gradiospring.interop.client;

/** The cases of generators, with the fixture app. */
class FixtureAppGeneratorTests extends GeneratorCases {

	FixtureAppGeneratorTests() {
		super(Server.FIXTURE_APP);
	}

}
