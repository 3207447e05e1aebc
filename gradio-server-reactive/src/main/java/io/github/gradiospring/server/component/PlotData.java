package io.github.gradiospring.server.component;

import java.util.Base64;

import io.github.gradiospring.server.annotation.Plot;
import org.jspecify.annotations.Nullable;

/**
 * A plot, shown in a Plot.
 *
 * @param type what draws it in the browser
 * @param plot what that library reads: JSON, or for a picture a {@code data:} URL
 * @param chart {@code bar}, {@code line} or {@code scatter}, which the browser may use
 * for a Vega-Lite chart; {@code null} otherwise
 */
public record PlotData(Plot.Library type, String plot, @Nullable String chart) {

	/**
	 * Creates a plot.
	 * @param type what draws it in the browser
	 * @param plot what that library reads
	 */
	public PlotData(Plot.Library type, String plot) {
		this(type, plot, null);
	}

	/**
	 * A figure of Plotly.
	 * @param json the figure, an object with {@code data} and {@code layout}
	 * @return the plot
	 */
	public static PlotData plotly(String json) {
		return new PlotData(Plot.Library.PLOTLY, json);
	}

	/**
	 * A chart of Vega-Lite.
	 * @param json the specification
	 * @return the plot
	 */
	public static PlotData vegaLite(String json) {
		return new PlotData(Plot.Library.ALTAIR, json);
	}

	/**
	 * A picture that was drawn on the server.
	 * @param png the picture as PNG
	 * @return the plot
	 */
	public static PlotData picture(byte[] png) {
		return new PlotData(Plot.Library.MATPLOTLIB,
				"data:image/png;base64," + Base64.getEncoder().encodeToString(png));
	}

}
