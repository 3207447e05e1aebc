package io.github.gradiospring.interop.client;

/** The cases of plain calls, with the fixture app. */
class FixtureAppCallTests extends CallCases {

	FixtureAppCallTests() {
		super(Server.FIXTURE_APP);
	}

}
