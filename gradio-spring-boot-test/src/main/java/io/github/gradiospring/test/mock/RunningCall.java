package io.github.gradiospring.test.mock;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.endpoint.EndpointCall;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs.
 *
 * @param recorded what the test sees of it
 * @param call what the server knows of it
 * @param context where files go
 */
record RunningCall(MockCall recorded, EndpointCall call, ConversionContext context) {

	/** Values for the wire; files are saved, which blocks. */
	List<@Nullable Object> row(List<? extends @Nullable Object> values) {
		List<@Nullable Object> row = new ArrayList<>(values.size());
		values.forEach((value) -> row.add(WireValue.write(value, this.context)));
		return row;
	}

}
