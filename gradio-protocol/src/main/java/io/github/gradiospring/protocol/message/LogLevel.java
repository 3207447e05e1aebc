package io.github.gradiospring.protocol.message;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The level of a {@link LogMessage}.
 */
public enum LogLevel {

	/** Something to know. */
	INFO,
	/** Something to look at. */
	WARNING,
	/** Something went well. */
	SUCCESS,
	/** Something failed, yet the job goes on. */
	ERROR;

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
	static LogLevel from(@Nullable String wireName) {
		for (LogLevel level : values()) {
			if (level.wireName.equals(wireName)) {
				return level;
			}
		}
		// A level that later releases add is still worth showing
		return INFO;
	}

}
