package io.github.gradiospring.interop.client;

/** The cases of downloads, with the fixture app. */
class FixtureAppDownloadTests extends DownloadCases {

	FixtureAppDownloadTests() {
		super(Server.FIXTURE_APP);
	}

}
