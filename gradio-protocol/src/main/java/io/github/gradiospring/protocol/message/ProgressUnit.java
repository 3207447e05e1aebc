package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * One level of a job's progress: either steps ({@code index} of {@code length}) or a
 * fraction ({@code progress}).
 *
 * @param index the steps done
 * @param length the steps in all, or {@code null} if unknown
 * @param unit what a step is; Gradio's own default is "steps"
 * @param progress the fraction done, from 0 to 1, if there are no steps
 * @param desc a text for the user
 */
public record ProgressUnit(@Nullable Number index, @Nullable Number length, @Nullable String unit,
		@Nullable Double progress, @Nullable String desc) {

}
