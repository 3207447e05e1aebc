package io.github.gradiospring.interop.client;

/** The cases of status, with the fixture app. */
class FixtureAppStatusTests extends StatusCases {

	FixtureAppStatusTests() {
		super(Server.FIXTURE_APP);
	}

}
