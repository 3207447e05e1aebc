package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows the JSON of a figure as a plot: a {@code String} or a {@code JsonNode} that a
 * plotting library made. {@code PlotData} needs no annotation.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Plot {

	/**
	 * The library that made the figure.
	 * @return the library
	 */
	Library value() default Library.PLOTLY;

	/** What draws a plot in the browser. */
	enum Library {

		/** Plotly: an object with {@code data} and {@code layout}. */
		PLOTLY,

		/** Vega-Lite, which Gradio knows by the name of its Python library. */
		ALTAIR,

		/** Bokeh: what its {@code json_item} gives. */
		BOKEH,

		/** A picture, as a {@code data:} URL. */
		MATPLOTLIB

	}

}
