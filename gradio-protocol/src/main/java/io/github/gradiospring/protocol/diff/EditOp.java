package io.github.gradiospring.protocol.diff;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Edit} does.
 */
public enum EditOp {

	/** Insert into a list or set a key of an object. */
	ADD,
	/** Continue a string. */
	APPEND,
	/** Remove from a list or an object. */
	DELETE,
	/** Put a value in place of another. */
	REPLACE;

	private final String wireName = name().toLowerCase(Locale.ROOT);

	/**
	 * The name on the wire.
	 * @return the name in lower case
	 */
	@JsonValue
	public String wireName() {
		return this.wireName;
	}

	static @Nullable EditOp from(@Nullable String wireName) {
		for (EditOp op : values()) {
			if (op.wireName.equals(wireName)) {
				return op;
			}
		}
		return null;
	}

}
