package io.github.gradiospring.protocol.message;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The values of a job. All keys are always written (observed with Gradio 6.31).
 *
 * @param data one entry per output component, state included as null; a whole value or a
 * list of edits
 * @param isGenerating whether more values may follow, {@code null} in batch results
 * @param duration the run time of this step in seconds
 * @param averageDuration the mean run time of the function in seconds
 * @param renderConfig components that the function rendered
 * @param changedStateIds the state outputs that some listener watches for a change
 * @param usedCache how much came from a cache
 */
@JsonNaming(SnakeCaseStrategy.class)
public record OutputData(List<JsonNode> data, @Nullable Boolean isGenerating, @Nullable Double duration,
		@Nullable Double averageDuration, @Nullable JsonNode renderConfig, List<Integer> changedStateIds,
		@Nullable CacheUse usedCache) implements Output {

	public OutputData {
		data = List.copyOf(data);
		changedStateIds = List.copyOf(changedStateIds);
		renderConfig = (renderConfig == null || renderConfig.isNull()) ? null : renderConfig;
	}

	/**
	 * Values of a plain result or a generator's step, with times and without extras.
	 * @param data one entry per output component
	 * @param isGenerating whether more values may follow, {@code null} in batch results
	 * @param duration the run time of this step in seconds
	 * @param averageDuration the mean run time of the function in seconds
	 * @return the output
	 */
	public static OutputData of(List<JsonNode> data, @Nullable Boolean isGenerating, @Nullable Double duration,
			@Nullable Double averageDuration) {
		return new OutputData(data, isGenerating, duration, averageDuration, null, List.of(), null);
	}

}
