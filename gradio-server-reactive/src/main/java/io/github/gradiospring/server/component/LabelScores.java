package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a classifier says: labels with confidences, shown in a Label.
 *
 * @param label the best label
 * @param confidences the labels with their confidences, best first; {@code null} for a
 * label alone
 */
public record LabelScores(String label, @Nullable List<Confidence> confidences) {

	public LabelScores {
		confidences = (confidences != null) ? List.copyOf(confidences) : null;
	}

	/**
	 * A label without confidences.
	 * @param label the label
	 * @return the scores
	 */
	public static LabelScores of(String label) {
		return new LabelScores(label, null);
	}

	/**
	 * Labels with confidences, which are sorted here; labels with the same confidence
	 * keep their order.
	 * @param confidences the confidences by label, at least one
	 * @return the scores
	 */
	public static LabelScores of(Map<String, ? extends Number> confidences) {
		List<Confidence> sorted = new ArrayList<>();
		// by way of the text, so that 0.7f is 0.7
		confidences.forEach(
				(label, confidence) -> sorted.add(new Confidence(label, Double.parseDouble(confidence.toString()))));
		if (sorted.isEmpty()) {
			throw new IllegalArgumentException("At least one label is needed.");
		}
		sorted.sort(Comparator.comparingDouble(Confidence::confidence).reversed());
		return new LabelScores(sorted.get(0).label(), sorted);
	}

	/**
	 * A label with its confidence.
	 *
	 * @param label the label
	 * @param confidence the confidence, from 0 to 1
	 */
	public record Confidence(String label, double confidence) {

	}

}
