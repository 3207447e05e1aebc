package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the user draw on an image, and sets how an {@code EditorValue} is shown. A
 * {@code BufferedImage} or a file with this annotation is the drawing as a whole: layers
 * and background in one.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface ImageEditor {

	/**
	 * What the editor is for, which sets its tools.
	 * @return the mode
	 */
	Mode mode() default Mode.EDITOR;

	/**
	 * The width of an empty canvas.
	 * @return the width in pixels
	 */
	int width() default 800;

	/**
	 * The height of an empty canvas.
	 * @return the height in pixels
	 */
	int height() default 800;

	/**
	 * Whether images are scaled to the canvas; otherwise the canvas follows the image.
	 * @return whether the canvas keeps its size
	 */
	boolean fixedCanvas() default false;

	/**
	 * How many pixels an image may have that is decoded into a {@code BufferedImage}.
	 * @return the largest width times height
	 */
	long maxPixels() default 50_000_000;

	/** What an editor is for. */
	enum Mode {

		/** Edits images: uploads, crops, draws in colours. */
		EDITOR,

		/** Draws with a black brush on an empty canvas. */
		SKETCHPAD,

		/** Draws in colours on an empty canvas. */
		PAINT

	}

}
