package io.github.gradiospring.client.hub;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which users write the name of a Space. */
final class SpaceNames {

	private static final Pattern NAME = Pattern.compile("[\\w.-]+/[\\w.-]+");

	private static final Pattern PAGE = Pattern.compile("https?://[^/]+/spaces/([\\w.-]+/[\\w.-]+)/?.*");

	private SpaceNames() {
	}

	/**
	 * The name in a text.
	 * @param text the name, or the address of the Space's page
	 * @return <code>owner/name</code>
	 * @throws IllegalArgumentException when it is neither
	 */
	static String parse(String text) {
		Matcher page = PAGE.matcher(text);
		String name = page.matches() ? page.group(1) : text;
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("'%s' is no Space, write owner/name".formatted(text));
		}
		return name;
	}

	/** The host that the Hub gives a Space when it does not say another. */
	static String subdomain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
	}

}
