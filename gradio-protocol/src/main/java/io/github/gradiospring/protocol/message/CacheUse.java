package io.github.gradiospring.protocol.message;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How much of a result came from a cache.
 */
public enum CacheUse {

	/** The function was not called. */
	FULL,
	/** The function was called and used cached values. */
	PARTIAL;

	private final String wireName = name().toLowerCase(Locale.ROOT);

	/**
	 * The name on the wire.
	 * @return the name in lower case
	 */
	@JsonValue
	public String wireName() {
		return this.wireName;
	}

	@JsonCreator
	static @Nullable CacheUse from(@Nullable String wireName) {
		for (CacheUse use : values()) {
			if (use.wireName.equals(wireName)) {
				return use;
			}
		}
		return null;
	}

}
