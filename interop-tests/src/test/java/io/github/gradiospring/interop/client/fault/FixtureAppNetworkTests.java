package io.github.gradiospring.interop.client.fault;

import io.github.gradiospring.interop.client.Server;

/** A bad network before the fixture app. */
class FixtureAppNetworkTests extends NetworkCases {

	FixtureAppNetworkTests() {
		super(Server.FIXTURE_APP);
	}

}
