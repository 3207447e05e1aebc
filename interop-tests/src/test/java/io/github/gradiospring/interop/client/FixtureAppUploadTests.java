package io.github.gradiospring.interop.client;

/** The cases of uploads, with the fixture app. */
class FixtureAppUploadTests extends UploadCases {

	FixtureAppUploadTests() {
		super(Server.FIXTURE_APP);
	}

}
