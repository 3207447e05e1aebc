package io.github.gradiospring.interop.client;

/** Somebody who serves the endpoints of the fixture contract. */
public interface Server {

	/** Gradio itself. */
	Server GRADIO = new RealGradio();

	/** The fixture app of this module. */
	Server FIXTURE_APP = new OurFixtureApp();

	/**
	 * Where a profile is served; started when first asked for. The test is skipped, or
	 * fails where nothing may be skipped, when this server cannot be had here.
	 * @param profile the profile
	 * @return the URL, no slash at the end
	 */
	String url(Profile profile);

	/**
	 * An app below a path.
	 * @return the URL, no slash at the end
	 */
	String mountedUrl();

	/** The parts of the contract. */
	enum Profile {

		/** Most endpoints. */
		MAIN,
		/** With a login. */
		AUTH,
		/** Hidden errors, a short queue, small files. */
		LIMITS,
		/** A chat page. */
		CHAT,
		/** Typed functions without a page. */
		SERVER

	}

}
