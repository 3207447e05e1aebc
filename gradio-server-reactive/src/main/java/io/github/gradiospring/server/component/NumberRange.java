package io.github.gradiospring.server.component;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

import io.github.gradiospring.server.annotation.NumberBox;
import io.github.gradiospring.server.annotation.Slider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;

/**
 * The smallest and the largest number that a value may be.
 *
 * @param minimum the smallest number, {@code null} for no bound
 * @param maximum the largest number, {@code null} for no bound
 */
record NumberRange(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {

	private static final Map<Class<?>, NumberRange> TYPES = Map.of( //
			Byte.class, of(Byte.MIN_VALUE, Byte.MAX_VALUE), //
			Short.class, of(Short.MIN_VALUE, Short.MAX_VALUE), //
			Integer.class, of(Integer.MIN_VALUE, Integer.MAX_VALUE), //
			Long.class, of(Long.MIN_VALUE, Long.MAX_VALUE));

	private static final String CONSTRAINTS = "jakarta.validation.constraints.";

	/**
	 * The range that the conversion holds: the hint's, within that of the Java type.
	 */
	static NumberRange declared(ValueDescriptor value, @Nullable NumberBox box, @Nullable Slider slider) {
		NumberRange range = hint(value, box, slider);
		NumberRange type = TYPES.get(ClassUtils.resolvePrimitiveIfNecessary(value.type().toClass()));
		if (type == null) {
			return range;
		}
		return new NumberRange((range.minimum != null) ? range.minimum : type.minimum,
				(range.maximum != null) ? range.maximum : type.maximum);
	}

	/**
	 * The range that a page shows: the hint's, else that of Bean Validation, which checks
	 * it with messages of its own.
	 */
	static NumberRange shown(ValueDescriptor value, @Nullable NumberBox box) {
		NumberRange range = hint(value, box, null);
		MergedAnnotations constraints = MergedAnnotations.from(value.annotated());
		BigDecimal minimum = range.minimum;
		if (minimum == null) {
			minimum = bound(constraints, "Min", "DecimalMin");
			if (minimum == null && constraints.isPresent(CONSTRAINTS + "PositiveOrZero")) {
				minimum = BigDecimal.ZERO;
			}
		}
		BigDecimal maximum = range.maximum;
		if (maximum == null) {
			maximum = bound(constraints, "Max", "DecimalMax");
			if (maximum == null && constraints.isPresent(CONSTRAINTS + "NegativeOrZero")) {
				maximum = BigDecimal.ZERO;
			}
		}
		return new NumberRange(minimum, maximum);
	}

	/**
	 * Checks a number.
	 * @param value the number as it came, for the message, in Gradio's words
	 * @param number what it is
	 * @throws InvalidValueException when it is out of range
	 */
	void check(JsonNode value, BigDecimal number) {
		if (this.minimum != null && number.compareTo(this.minimum) < 0) {
			throw new InvalidValueException("Value " + PythonText.abbreviate(value.asString())
					+ " is less than minimum value " + WireValues.number(this.minimum) + ".");
		}
		if (this.maximum != null && number.compareTo(this.maximum) > 0) {
			throw new InvalidValueException("Value " + PythonText.abbreviate(value.asString())
					+ " is greater than maximum value " + WireValues.number(this.maximum) + ".");
		}
	}

	private static NumberRange hint(ValueDescriptor value, @Nullable NumberBox box, @Nullable Slider slider) {
		double minimum = (slider != null) ? slider.minimum() : (box != null) ? box.minimum() : Double.NEGATIVE_INFINITY;
		double maximum = (slider != null) ? slider.maximum() : (box != null) ? box.maximum() : Double.POSITIVE_INFINITY;
		if (!(minimum < maximum)) {
			throw new IllegalArgumentException("The minimum " + minimum + " of '" + value.name()
					+ "' is not less than the maximum " + maximum + ". Change one of them.");
		}
		return new NumberRange(Double.isInfinite(minimum) ? null : BigDecimal.valueOf(minimum),
				Double.isInfinite(maximum) ? null : BigDecimal.valueOf(maximum));
	}

	private static NumberRange of(long minimum, long maximum) {
		return new NumberRange(BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum));
	}

	// by name, since Bean Validation need not be on the class path
	private static @Nullable BigDecimal bound(MergedAnnotations constraints, String integer, String decimal) {
		MergedAnnotation<?> bound = constraints.get(CONSTRAINTS + integer);
		if (bound.isPresent()) {
			return new BigDecimal(BigInteger.valueOf(bound.getLong("value")));
		}
		bound = constraints.get(CONSTRAINTS + decimal);
		if (bound.isPresent() && bound.getBoolean("inclusive")) {
			return new BigDecimal(bound.getString("value"));
		}
		return null;
	}

}
