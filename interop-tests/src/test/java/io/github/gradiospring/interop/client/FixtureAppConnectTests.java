package io.github.gradiospring.interop.client;

/** The cases of connecting, with the fixture app. */
class FixtureAppConnectTests extends ConnectCases {

	FixtureAppConnectTests() {
		super(Server.FIXTURE_APP);
	}

}
