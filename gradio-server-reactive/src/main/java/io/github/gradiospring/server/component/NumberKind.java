package io.github.gradiospring.server.component;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;

import io.github.gradiospring.server.annotation.NumberBox;
import io.github.gradiospring.server.annotation.Slider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.util.ClassUtils;

/**
 * Numbers, in a Number field or with {@link Slider} in a Slider. An {@code Object} with
 * {@link NumberBox} takes and gives what comes, as Python does.
 */
final class NumberKind implements ComponentKind {

	private static final Set<Class<?>> INTEGERS = Set.of(Byte.class, Short.class, Integer.class, Long.class,
			BigInteger.class);

	private static final Set<Class<?>> DECIMALS = Set.of(Float.class, Double.class, BigDecimal.class, Number.class);

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(value.type().toClass());
		NumberBox box = value.annotation(NumberBox.class);
		boolean fits = INTEGERS.contains(type) || DECIMALS.contains(type) || (type == Object.class && box != null);
		if (!Hints.accept(value, fits, "a number", NumberBox.class, Slider.class)) {
			return null;
		}
		Slider slider = value.annotation(Slider.class);
		NumberRange range = NumberRange.declared(value, box, slider);
		int precision = (box != null) ? box.precision() : (slider != null) ? slider.precision() : -1;
		if (precision < 0 && INTEGERS.contains(type)) {
			precision = 0;
		}
		ComponentDescription component = (slider != null) ? slider(value, slider, range, precision)
				: field(value, box, precision);
		if (type == Object.class) {
			return new LenientNumberBinding(component, range);
		}
		return new NumberBinding(component, type.asSubclass(Number.class), range, precision);
	}

	private static ComponentDescription field(ValueDescriptor value, @Nullable NumberBox box, int precision) {
		NumberRange shown = NumberRange.shown(value, box);
		JsonNode minimum = WireValues.number(shown.minimum());
		return ComponentDescription.builder("number")
			.label(value.label())
			.schema(JsonNodeFactory.instance.objectNode().put("type", (precision == 0) ? "integer" : "number"),
					(precision == 0) ? "int" : "float")
			.prop("precision", (precision < 0) ? null : precision)
			.prop("minimum", minimum)
			.prop("maximum", WireValues.number(shown.maximum()))
			.prop("step", WireValues.number(BigDecimal.valueOf((box != null) ? box.step() : 1)))
			.prop("placeholder", (box == null || box.placeholder().isEmpty()) ? null : box.placeholder())
			.exampleInput((minimum != null) ? minimum : 3)
			.build();
	}

	private static ComponentDescription slider(ValueDescriptor value, Slider slider, NumberRange range, int precision) {
		JsonNode minimum = WireValues.number(range.minimum());
		JsonNode maximum = WireValues.number(range.maximum());
		return ComponentDescription.builder("slider")
			.label(value.label())
			.schema(JsonNodeFactory.instance.objectNode()
				.put("type", (precision == 0) ? "integer" : "number")
				.put("description", "numeric value between " + minimum + " and " + maximum),
					(precision == 0) ? "int" : "float")
			.prop("minimum", minimum)
			.prop("maximum", maximum)
			.prop("precision", (precision < 0) ? null : precision)
			.prop("step", WireValues.number(step(slider, precision)))
			.prop("value", minimum)
			.exampleInput(minimum)
			.build();
	}

	private static BigDecimal step(Slider slider, int precision) {
		if (slider.step() > 0) {
			return BigDecimal.valueOf(slider.step());
		}
		if (precision == 0) {
			return BigDecimal.ONE;
		}
		int power = (int) Math.floor(Math.log10(slider.maximum() - slider.minimum()) - 2);
		return BigDecimal.ONE.scaleByPowerOfTen(power);
	}

}
