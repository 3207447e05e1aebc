package io.github.gradiospring.server.component;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * The notation of dates on the wire: {@code YYYY-MM-DD HH:MM:SS}, or {@code now - 5m}
 * with the units s, m, h and d. Beyond Gradio it reads ISO 8601, with an offset too, and
 * seconds since 1970.
 *
 * @param zone the zone of dates without one
 * @param clock the current time
 */
record DateTimeText(ZoneId zone, Clock clock) {

	private static final Pattern NOW = Pattern.compile("now(?:\\s*-\\s*(\\d{1,9})\\s*([smhd]))?");

	private static final Map<String, ChronoUnit> UNITS = Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h",
			ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

	private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE)
		.optionalStart()
		.appendPattern("[ ]['T']")
		.append(DateTimeFormatter.ISO_LOCAL_TIME)
		.optionalStart()
		.appendOffsetId()
		.toFormatter()
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

	/**
	 * Reads a date.
	 * @param value a text or a number
	 * @return the date in the zone
	 * @throws java.time.DateTimeException when it is not a date
	 */
	ZonedDateTime parse(JsonNode value) {
		if (value.isNumber()) {
			BigDecimal millis = NumberBinding.decimal(value).movePointRight(3).setScale(0, RoundingMode.HALF_EVEN);
			return Instant.ofEpochMilli(millis.longValueExact()).atZone(this.zone);
		}
		String text = value.stringValue().strip();
		Matcher now = NOW.matcher(text);
		if (now.matches()) {
			Duration ago = (now.group(1) != null) ? Duration.of(Long.parseLong(now.group(1)), UNITS.get(now.group(2)))
					: Duration.ZERO;
			return this.clock.instant().minus(ago).truncatedTo(ChronoUnit.SECONDS).atZone(this.zone);
		}
		TemporalAccessor parsed = READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
		if (parsed instanceof OffsetDateTime offset) {
			return offset.atZoneSameInstant(this.zone);
		}
		LocalDateTime local = (parsed instanceof LocalDateTime dateTime) ? dateTime
				: LocalDate.from(parsed).atStartOfDay();
		return local.atZone(this.zone);
	}

	/**
	 * Writes a date.
	 * @param date one of the types that {@link DateTimeKind} takes
	 * @return the text
	 */
	String write(Object date) {
		TemporalAccessor temporal = (TemporalAccessor) date;
		if (temporal instanceof LocalDate) {
			return DATE.format(temporal);
		}
		if (temporal.isSupported(ChronoField.INSTANT_SECONDS)) {
			temporal = Instant.from(temporal).atZone(this.zone);
		}
		return DATE_TIME.format(temporal);
	}

}
