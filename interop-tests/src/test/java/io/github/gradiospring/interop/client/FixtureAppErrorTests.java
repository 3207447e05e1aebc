package io.github.gradiospring.interop.client;

/** The cases of errors, with the fixture app. */
class FixtureAppErrorTests extends ErrorCases {

	FixtureAppErrorTests() {
		super(Server.FIXTURE_APP);
	}

}
