package io.github.gradiospring.interop.client;

/** The cases of other things, with the fixture app. */
class FixtureAppOtherTests extends OtherCases {

	FixtureAppOtherTests() {
		super(Server.FIXTURE_APP);
	}

}
