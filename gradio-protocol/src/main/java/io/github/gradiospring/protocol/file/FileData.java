package io.github.gradiospring.protocol.file;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A file on the server, as inputs and outputs name it. A caller has to send {@code path}
 * and {@code meta}; a server sends all seven keys (observed with Gradio 6.31).
 *
 * @param path the server's path, not encoded
 * @param url where to fetch the file, percent-encoded
 * @param size the size in bytes
 * @param origName the name before the upload
 * @param mimeType the media type
 * @param isStream whether the file is a playlist that still grows
 * @param meta marks the object as a file
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FileData(String path, @Nullable String url, @Nullable Long size, @Nullable String origName,
		@Nullable String mimeType, @JsonProperty("is_stream") boolean isStream, Meta meta) {

	/**
	 * The value of <code>meta._type</code>.
	 */
	public static final String TYPE = "gradio.FileData";

	public FileData {
		Objects.requireNonNull(path, "path");
		meta = (meta != null) ? meta : Meta.INSTANCE;
	}

	/**
	 * A file with nothing but its path.
	 * @param path the server's path
	 * @return the file data
	 */
	public static FileData of(String path) {
		return new FileData(path, null, null, null, null, false, Meta.INSTANCE);
	}

	/**
	 * Whether a value names a file: an object with a text as <code>path</code> and the
	 * mark <code>meta</code>.
	 * @param value the value
	 * @return whether {@link #parse} accepts it
	 */
	public static boolean isFileData(@Nullable JsonNode value) {
		return value != null && value.path("path").isString() && hasMark(value);
	}

	/**
	 * Read a file from a value.
	 * @param value the value
	 * @return the file data
	 * @throws InvalidFileDataException if <code>path</code> or <code>meta</code> is
	 * missing or a key has the wrong type
	 */
	public static FileData parse(JsonNode value) {
		return FileDataParser.parse(value);
	}

	/**
	 * The same file with another address.
	 * @param url the address or {@code null}
	 * @return a copy
	 */
	public FileData withUrl(@Nullable String url) {
		return new FileData(this.path, url, this.size, this.origName, this.mimeType, this.isStream, this.meta);
	}

	/**
	 * The same file with another path.
	 * @param path the path
	 * @return a copy
	 */
	public FileData withPath(String path) {
		return new FileData(path, this.url, this.size, this.origName, this.mimeType, this.isStream, this.meta);
	}

	/**
	 * The same file with another size.
	 * @param size the size in bytes or {@code null}
	 * @return a copy
	 */
	public FileData withSize(@Nullable Long size) {
		return new FileData(this.path, this.url, size, this.origName, this.mimeType, this.isStream, this.meta);
	}

	/**
	 * The same file with another original name.
	 * @param origName the name before the upload or {@code null}
	 * @return a copy
	 */
	public FileData withOrigName(@Nullable String origName) {
		return new FileData(this.path, this.url, this.size, origName, this.mimeType, this.isStream, this.meta);
	}

	/**
	 * The same file with another media type.
	 * @param mimeType the media type or {@code null}
	 * @return a copy
	 */
	public FileData withMimeType(@Nullable String mimeType) {
		return new FileData(this.path, this.url, this.size, this.origName, mimeType, this.isStream, this.meta);
	}

	static boolean hasMark(JsonNode value) {
		JsonNode type = value.path("meta").path("_type");
		return type.isString() && TYPE.equals(type.stringValue());
	}

	/**
	 * The mark that tells a file from other objects with a path.
	 *
	 * @param type always {@value FileData#TYPE}
	 */
	public record Meta(@JsonProperty("_type") String type) {

		static final Meta INSTANCE = new Meta(TYPE);

		public Meta {
			type = (type != null) ? type : TYPE;
		}

	}

}
