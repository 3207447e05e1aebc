package io.github.gradiospring.server.component;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import io.github.gradiospring.server.component.WireFiles.IncomingFile;

/**
 * Decodes images into memory, and encodes them as PNG. The size is read before the
 * pixels, since a small file can hold a huge image.
 */
final class ImageForm implements FileForm {

	private final long maxPixels;

	ImageForm(long maxPixels) {
		this.maxPixels = maxPixels;
	}

	@Override
	public Object read(IncomingFile file) {
		return withReader(file, (reader) -> {
			checkSize(reader, this.maxPixels);
			return reader.read(0);
		});
	}

	private static void checkSize(ImageReader reader, long maxPixels) throws IOException {
		long width = reader.getWidth(0);
		long height = reader.getHeight(0);
		if (width * height > maxPixels) {
			throw new InvalidValueException("The image has " + width + " x " + height + " pixels; at most " + maxPixels
					+ " pixels are accepted.");
		}
	}

	/**
	 * Makes a painter for regions of an image.
	 * @param file the image
	 * @return a painter for the size of the image
	 */
	static RegionPainter painter(IncomingFile file) {
		return withReader(file, (reader) -> {
			checkSize(reader, DEFAULT_MAX_PIXELS);
			return new RegionPainter(reader.getWidth(0), reader.getHeight(0));
		});
	}

	private static <T> T withReader(IncomingFile file, ReaderCallback<T> callback) {
		try (ImageInputStream input = open(file.stored().location())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new InvalidValueException("The file '" + file.data().origName()
						+ "' is not an image that can be read here, such as PNG, JPEG or GIF.");
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input, true, true);
				return callback.apply(reader);
			}
			finally {
				reader.dispose();
			}
		}
		catch (InvalidValueException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			// decoders fail in many ways on damaged files
			throw new InvalidValueException("The image '" + file.data().origName() + "' is damaged.");
		}
	}

	private static ImageInputStream open(Path location) throws IOException {
		return new FileImageInputStream(location.toFile());
	}

	@Override
	public Object toSave(Object value) {
		return png((BufferedImage) value);
	}

	static byte[] png(BufferedImage image) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
			if (!ImageIO.write(image, "png", output)) {
				throw new IllegalArgumentException("The image cannot be written as PNG.");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Reads something from a file that is open. */
	private interface ReaderCallback<T> {

		T apply(ImageReader reader) throws IOException;

	}

}
