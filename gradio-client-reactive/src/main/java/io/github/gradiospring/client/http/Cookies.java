package io.github.gradiospring.client.http;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.util.MultiValueMap;

/** The cookies that an app has set, such as those of a login. */
final class Cookies {

	/** An app needs two or three; what sets more than this is none. */
	private static final int MAX_COOKIES = 50;

	private final Map<String, String> values = new ConcurrentHashMap<>();

	void add(MultiValueMap<String, ResponseCookie> cookies) {
		cookies.forEach((name, all) -> {
			ResponseCookie cookie = all.get(all.size() - 1);
			if (cookie.getMaxAge().isZero()) {
				this.values.remove(name);
			}
			else if (this.values.containsKey(name) || this.values.size() < MAX_COOKIES) {
				this.values.put(name, cookie.getValue());
			}
		});
	}

	/** Adds the cookies, but for those that the user of the client sends himself. */
	void addTo(MultiValueMap<String, String> cookies, HttpHeaders headers) {
		this.values.forEach((name, value) -> {
			if (!cookies.containsKey(name) && !isIn(headers, name)) {
				cookies.add(name, value);
			}
		});
	}

	private static boolean isIn(HttpHeaders headers, String name) {
		return headers.getOrEmpty(HttpHeaders.COOKIE)
			.stream()
			.flatMap((line) -> Arrays.stream(line.split(";")))
			.anyMatch((part) -> part.strip().startsWith(name + "="));
	}

}
