package io.github.gradiospring.protocol.info;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Who may see and call an endpoint.
 */
public enum ApiVisibility {

	/** In the API description and callable. */
	PUBLIC,
	/** Callable, but not in the API description. */
	UNDOCUMENTED,
	/** For the page only; the official clients refuse to call it. */
	PRIVATE;

	private final String wireName = name().toLowerCase(Locale.ROOT);

	/**
	 * The name on the wire.
	 * @return the name in lower case
	 */
	@JsonValue
	public String wireName() {
		return this.wireName;
	}

	/**
	 * The visibility of a name on the wire.
	 * @param wireName the name; absent is public, unknown is undocumented
	 * @return the visibility
	 */
	@JsonCreator
	public static ApiVisibility from(@Nullable String wireName) {
		if (wireName == null) {
			return PUBLIC;
		}
		for (ApiVisibility visibility : values()) {
			if (visibility.wireName.equals(wireName)) {
				return visibility;
			}
		}
		return UNDOCUMENTED;
	}

}
