package io.github.gradiospring.server.component;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.component.WireFiles.IncomingFile;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * A Java type that stands for a file.
 */
interface FileForm {

	/**
	 * The types that stand for files, for messages.
	 */
	String TYPES = "FileData, Path, File, Resource or byte[]";

	/**
	 * The pixels that an image may have unless an annotation says otherwise.
	 */
	long DEFAULT_MAX_PIXELS = 50_000_000;

	/**
	 * Makes the Java value of a file that came in.
	 * @param file the file
	 * @return the value
	 */
	Object read(IncomingFile file);

	/**
	 * Makes what {@link WireFiles#save} takes from a value that goes out.
	 * @param value the value
	 * @return the file in another form
	 */
	default Object toSave(Object value) {
		return value;
	}

	/**
	 * Finds the form of a type.
	 * @param type the Java type
	 * @param direction whether values are read or written
	 * @return the form, {@code null} when the type does not stand for a file
	 */
	static @Nullable FileForm of(Class<?> type, ValueDescriptor.Direction direction) {
		if (type == FileData.class) {
			return IncomingFile::data;
		}
		if (type == Path.class) {
			return (file) -> file.stored().location();
		}
		if (type == File.class) {
			return (file) -> file.stored().location().toFile();
		}
		if (type == byte[].class) {
			return FileForm::bytes;
		}
		boolean output = direction == ValueDescriptor.Direction.OUTPUT;
		if (Resource.class.isAssignableFrom(type) && (output || type.isAssignableFrom(FileSystemResource.class))) {
			return (file) -> new NamedResource(file.stored().location(), file.data());
		}
		return null;
	}

	/**
	 * Finds the form of a type that stands for an image: {@code BufferedImage}, which is
	 * decoded, or a file.
	 * @param type the Java type
	 * @param direction whether values are read or written
	 * @param maxPixels the pixels that an image may have
	 * @return the form, {@code null} when the type does not stand for an image
	 */
	static @Nullable FileForm ofImage(Class<?> type, ValueDescriptor.Direction direction, long maxPixels) {
		return isDecodedImage(type) ? new ImageForm(maxPixels) : of(type, direction);
	}

	/**
	 * Whether a type is {@code BufferedImage}. By name: a runtime image may lack
	 * java.desktop.
	 * @param type the Java type
	 * @return whether it is
	 */
	static boolean isDecodedImage(Class<?> type) {
		return type.getName().equals("java.awt.image.BufferedImage");
	}

	/**
	 * Finds the form of the type argument of a value with files, such as that of
	 * {@code EditorValue<Path>}.
	 * @param value the declared value
	 * @param holder the type with the argument, the value's own or that of its elements
	 * @param maxPixels the pixels that an image may have
	 * @return the form
	 * @throws IllegalArgumentException when the argument does not stand for a file
	 */
	static FileForm ofArgument(ValueDescriptor value, ResolvableType holder, long maxPixels) {
		FileForm form = ofImage(holder.getGeneric(0).toClass(), value.direction(), maxPixels);
		if (form == null) {
			throw new IllegalArgumentException("'" + value.name() + "' has the type '" + value.type() + "'. "
					+ holder.toClass().getSimpleName() + " needs a type argument that stands for a file: " + TYPES
					+ ", or BufferedImage for images.");
		}
		return form;
	}

	private static byte[] bytes(IncomingFile file) {
		try {
			return Files.readAllBytes(file.stored().location());
		}
		catch (IOException ex) {
			throw new InvalidValueException("The file '" + file.data().origName() + "' can no longer be read.");
		}
	}

	/**
	 * A stored file under the name that the caller gave it.
	 */
	class NamedResource extends FileSystemResource {

		private final @Nullable String name;

		NamedResource(Path location, FileData data) {
			super(location);
			this.name = data.origName();
		}

		@Override
		public String getFilename() {
			return (this.name != null) ? this.name : super.getFilename();
		}

	}

}
