package io.github.gradiospring.interop.client;

import io.github.gradiospring.interop.FixtureApp;

/** The fixture app in this process, the one that the other suites use. */
final class OurFixtureApp implements Server {

	@Override
	public String url(Profile profile) {
		return FixtureApp.valueOf(profile.name()).url();
	}

	@Override
	public String mountedUrl() {
		return FixtureApp.UNDER_BOTH.url();
	}

}
