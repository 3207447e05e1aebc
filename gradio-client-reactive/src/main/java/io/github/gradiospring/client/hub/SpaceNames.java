package io.github.gradiospring.client.hub;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gradiospring.client.error.NotAGradioAppException;
import org.jspecify.annotations.Nullable;

/** The ways in which users write the name of a Space. */
final class SpaceNames {

	/** Dots alone would lead to another route of the Hub. */
	private static final String PART = "(?!\\.+(?:/|$))[\\w.-]+";

	private static final Pattern NAME = Pattern.compile(PART + "/" + PART);

	private static final Pattern PAGE = Pattern.compile("/spaces/(" + PART + "/" + PART + ")(?:/.*)?");

	private static final Pattern OLD_PAGE = Pattern.compile("/(" + PART + "/" + PART + ")(?:/.*)?");

	private static final Set<String> HUBS = Set.of("huggingface.co", "www.huggingface.co", "hf.co");

	private static final String APPS = "hf.space";

	private SpaceNames() {
	}

	/** Whether a text is <code>owner/name</code>, which is safe in a path. */
	static boolean isName(String text) {
		return NAME.matcher(text).matches() && !text.substring(0, text.indexOf('/')).endsWith("." + APPS);
	}

	/**
	 * Reads what a user wrote.
	 * @param text the name, the address of the Space's page, or that of its app
	 * @param hub the host of the Hub
	 * @return the name, or the subdomain that the Hub knows it by
	 * @throws NotAGradioAppException when it is none of these
	 */
	static Reference parse(String text, @Nullable String hub) {
		String space = text.strip();
		if (isName(space)) {
			return new Reference(space, null);
		}
		URI uri = uri(space.contains("://") ? space : "https://" + space);
		String host = (uri != null && uri.getHost() != null) ? uri.getHost().toLowerCase(Locale.ROOT) : "";
		String path = (uri != null && uri.getPath() != null) ? uri.getPath() : "";
		if (host.endsWith("." + APPS)) {
			return new Reference(null, host.substring(0, host.length() - APPS.length() - 1));
		}
		Matcher page = (host.equals(APPS) ? OLD_PAGE : PAGE).matcher(path);
		if ((host.equals(APPS) || HUBS.contains(host) || host.equals(hub)) && page.matches()) {
			return new Reference(page.group(1), null);
		}
		throw new NotAGradioAppException(
				"'%s' is no Space, write owner/name.".formatted(space.replaceAll("//[^/]*@", "//")));
	}

	private static @Nullable URI uri(String text) {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** The host that the Hub gives a Space when it does not say another. */
	static String subdomain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
	}

	/**
	 * What a user called a Space; one of both is there.
	 *
	 * @param name <code>owner/name</code>
	 * @param subdomain the subdomain of its app
	 */
	record Reference(@Nullable String name, @Nullable String subdomain) {
	}

}
