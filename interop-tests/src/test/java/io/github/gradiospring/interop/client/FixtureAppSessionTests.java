package io.github.gradiospring.interop.client;

/** The cases of sessions, with the fixture app. */
class FixtureAppSessionTests extends SessionCases {

	FixtureAppSessionTests() {
		super(Server.FIXTURE_APP);
	}

}
