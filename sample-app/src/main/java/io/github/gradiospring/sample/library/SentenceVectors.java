package io.github.gradiospring.sample.library;

import java.util.List;
import java.util.Locale;

/**
 * Texts as vectors, so that texts with similar words have similar vectors: the groups of
 * three and four letters of each word, counted in slots by their hash. Rare groups weigh
 * more, and related forms of a word and typing errors do little harm.
 */
final class SentenceVectors {

	private static final int SLOTS = 4096;

	/** How rare the groups of each slot are among the known sentences. */
	private final float[] rarity;

	private final float[][] known;

	SentenceVectors(List<String> sentences) {
		float[][] counts = sentences.stream().map(SentenceVectors::count).toArray(float[][]::new);
		this.rarity = rarity(counts);
		this.known = sentences.stream().map(this::vector).toArray(float[][]::new);
	}

	/**
	 * Compares texts with all known sentences. Each sentence is read from memory once for
	 * all texts, which is what makes a batch cheaper than its parts.
	 * @param texts the texts
	 * @return for each text the similarity to each sentence, from 0 to 1
	 */
	float[][] similarities(List<String> texts) {
		float[][] vectors = texts.stream().map(this::vector).toArray(float[][]::new);
		float[][] similarities = new float[vectors.length][this.known.length];
		for (int sentence = 0; sentence < this.known.length; sentence++) {
			for (int text = 0; text < vectors.length; text++) {
				similarities[text][sentence] = product(vectors[text], this.known[sentence]);
			}
		}
		return similarities;
	}

	/** The vector of a text, of length 1, or of length 0 for a text without letters. */
	private float[] vector(String text) {
		float[] vector = count(text);
		for (int slot = 0; slot < SLOTS; slot++) {
			vector[slot] = (float) Math.log1p(vector[slot]) * this.rarity[slot];
		}
		float length = (float) Math.sqrt(product(vector, vector));
		for (int slot = 0; slot < SLOTS && length > 0; slot++) {
			vector[slot] /= length;
		}
		return vector;
	}

	private static float[] count(String text) {
		float[] counts = new float[SLOTS];
		for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
			String marked = "<" + word + ">";
			for (int size = 3; size <= 4; size++) {
				for (int start = 0; start + size <= marked.length(); start++) {
					counts[Math.floorMod(marked.substring(start, start + size).hashCode(), SLOTS)]++;
				}
			}
		}
		return counts;
	}

	private static float[] rarity(float[][] counts) {
		float[] rarity = new float[SLOTS];
		for (int slot = 0; slot < SLOTS; slot++) {
			int sentences = 0;
			for (float[] count : counts) {
				sentences += (count[slot] > 0) ? 1 : 0;
			}
			rarity[slot] = (float) Math.log((1.0 + counts.length) / (1.0 + sentences));
		}
		return rarity;
	}

	private static float product(float[] first, float[] second) {
		float sum = 0;
		for (int slot = 0; slot < SLOTS; slot++) {
			sum += first[slot] * second[slot];
		}
		return sum;
	}

}
