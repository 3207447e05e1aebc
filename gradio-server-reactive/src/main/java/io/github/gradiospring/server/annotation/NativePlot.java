package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Plots a list of rows: records, other objects or maps, one property or key per column.
 * Numbers are quantities, dates and times are a time axis, all else are names.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface NativePlot {

	/**
	 * The form of the plot.
	 * @return the mark
	 */
	Mark mark();

	/**
	 * The column of the horizontal axis.
	 * @return the column
	 */
	String x();

	/**
	 * The column of the vertical axis.
	 * @return the column
	 */
	String y();

	/**
	 * The column that colours the marks.
	 * @return the column, empty for one colour
	 */
	String color() default "";

	/**
	 * The title above the plot.
	 * @return the title
	 */
	String title() default "";

	/**
	 * The title of the horizontal axis.
	 * @return the title, empty for the name of the column
	 */
	String xTitle() default "";

	/**
	 * The title of the vertical axis.
	 * @return the title, empty for the name of the column
	 */
	String yTitle() default "";

	/**
	 * The title of the legend.
	 * @return the title, empty for the name of the column
	 */
	String colorTitle() default "";

	/**
	 * The width of the groups into which x is divided: a number, or for times a number
	 * with {@code s}, {@code m}, {@code h} or {@code d}.
	 * @return the width, empty for no groups
	 */
	String xBin() default "";

	/**
	 * What becomes of several y in a group: {@code sum}, {@code mean}, {@code median},
	 * {@code min}, {@code max} or {@code count}.
	 * @return the function, empty for none
	 */
	String yAggregate() default "";

	/**
	 * How x is sorted: {@code x}, {@code y}, {@code -x} or {@code -y}.
	 * @return the order, empty for that of the frontend
	 */
	String sort() default "";

	/**
	 * The height in pixels.
	 * @return the height, 0 for that of the frontend
	 */
	int height() default 0;

	/** The form of a plot. */
	enum Mark {

		/** Bars. */
		BAR,

		/** A line. */
		LINE,

		/** Points. */
		SCATTER

	}

}
