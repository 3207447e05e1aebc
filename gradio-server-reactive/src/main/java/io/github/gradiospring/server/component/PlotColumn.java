package io.github.gradiospring.server.component;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Date;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.util.ClassUtils;

/**
 * What the cells of a column are. Plots have dates and times as milliseconds since 1970;
 * times without a zone are taken as UTC, as Gradio does.
 */
enum PlotColumn {

	/** Numbers. */
	NUMBER,

	/** Dates without a time. */
	DATE,

	/** Dates with a time and without a zone. */
	LOCAL,

	/** Instants, with or without a zone. */
	INSTANT,

	/** All else. */
	NAME;

	static PlotColumn of(Class<?> type) {
		if (Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type))) {
			return NUMBER;
		}
		if (type == LocalDate.class) {
			return DATE;
		}
		if (type == LocalDateTime.class) {
			return LOCAL;
		}
		return (type == Instant.class || type == OffsetDateTime.class || type == ZonedDateTime.class
				|| Date.class.isAssignableFrom(type)) ? INSTANT : NAME;
	}

	/**
	 * The name that plots have for it.
	 * @return the name
	 */
	String dataType() {
		return switch (this) {
			case NUMBER -> "quantitative";
			case NAME -> "nominal";
			default -> "temporal";
		};
	}

	private boolean isTime() {
		return this != NUMBER && this != NAME;
	}

	/**
	 * Makes the cell of a plot.
	 * @param cell what Jackson makes of the value
	 * @return milliseconds for the text of a date, or the cell itself
	 */
	JsonNode toPlot(JsonNode cell) {
		if (!isTime() || !cell.isString()) {
			return cell;
		}
		try {
			TemporalAccessor parsed = (cell.stringValue().indexOf('T') < 0) ? LocalDate.parse(cell.stringValue())
					: DateTimeFormatter.ISO_DATE_TIME.parseBest(cell.stringValue(), ZonedDateTime::from,
							LocalDateTime::from);
			return JsonNodeFactory.instance.numberNode(millis(parsed));
		}
		catch (DateTimeException ex) {
			return cell;
		}
	}

	private static long millis(TemporalAccessor parsed) {
		if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
			return Instant.from(parsed).toEpochMilli();
		}
		LocalDateTime local = (parsed instanceof LocalDate date) ? date.atStartOfDay() : LocalDateTime.from(parsed);
		return local.toInstant(ZoneOffset.UTC).toEpochMilli();
	}

	/**
	 * Makes what Jackson reads.
	 * @param cell the cell of a plot
	 * @return the text of a date for milliseconds, or the cell itself
	 */
	JsonNode fromPlot(JsonNode cell) {
		if (!isTime() || !cell.isNumber()) {
			return cell;
		}
		Instant instant = Instant.ofEpochMilli(cell.longValue());
		LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
		return JsonNodeFactory.instance.stringNode(switch (this) {
			case DATE -> local.toLocalDate().toString();
			case LOCAL -> local.toString();
			default -> instant.toString();
		});
	}

}
