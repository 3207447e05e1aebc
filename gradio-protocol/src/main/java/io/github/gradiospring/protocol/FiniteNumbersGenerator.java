package io.github.gradiospring.protocol;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * Writes NaN and the infinities as <code>null</code>: JSON has no notation for them, and
 * Jackson's string <code>"NaN"</code> would change the type of the value.
 */
final class FiniteNumbersGenerator extends JsonGeneratorDelegate {

	FiniteNumbersGenerator(JsonGenerator delegate) {
		super(delegate, true);
	}

	@Override
	public JsonGenerator writeNumber(double value) {
		if (Double.isFinite(value)) {
			this.delegate.writeNumber(value);
		}
		else {
			this.delegate.writeNull();
		}
		return this;
	}

	@Override
	public JsonGenerator writeNumber(float value) {
		if (Float.isFinite(value)) {
			this.delegate.writeNumber(value);
		}
		else {
			this.delegate.writeNull();
		}
		return this;
	}

	@Override
	public JsonGenerator writeArray(double[] array, int offset, int length) {
		writeStartArray(array, length);
		for (int i = offset; i < offset + length; i++) {
			writeNumber(array[i]);
		}
		writeEndArray();
		return this;
	}

}
