package io.github.gradiospring.server.observation;

import java.util.Locale;

import io.github.gradiospring.server.observation.EndpointObservationDocumentation.LowCardinalityKeyNames;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

/** The default names: {@code gradio.endpoint}, and {@code gradio /name} for a span. */
public class DefaultEndpointObservationConvention implements EndpointObservationConvention {

	private static final KeyValue NO_EXCEPTION = KeyValue.of(LowCardinalityKeyNames.EXCEPTION, KeyValue.NONE_VALUE);

	@Override
	public String getName() {
		return "gradio.endpoint";
	}

	@Override
	public String getContextualName(EndpointObservationContext context) {
		return "gradio /" + context.getEndpoint();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(EndpointObservationContext context) {
		return KeyValues.of(LowCardinalityKeyNames.ENDPOINT.withValue(context.getEndpoint()),
				LowCardinalityKeyNames.OUTCOME.withValue(context.getOutcome().name().toLowerCase(Locale.ROOT)),
				exception(context));
	}

	private static KeyValue exception(EndpointObservationContext context) {
		Throwable error = context.getError();
		return (error != null) ? LowCardinalityKeyNames.EXCEPTION.withValue(error.getClass().getSimpleName())
				: NO_EXCEPTION;
	}

}
