package io.github.gradiospring.interop.client;

/** The cases of cancelling, with the fixture app. */
class FixtureAppCancelTests extends CancelCases {

	FixtureAppCancelTests() {
		super(Server.FIXTURE_APP);
	}

}
