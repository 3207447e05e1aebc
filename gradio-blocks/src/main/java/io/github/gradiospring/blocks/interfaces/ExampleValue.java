package io.github.gradiospring.blocks.interfaces;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A value of an example. */
interface ExampleValue {

	/** What stands for it among the values that have a label. */
	String text();

	/** What the examples show of it until its files are there. */
	JsonNode preview();

	/** Whether the examples show more of it when its files are there. */
	boolean pictured();

	/**
	 * The value on the wire. Its files are put into the file store when they are not
	 * there.
	 * @param fileUrlPrefix what precedes a path in the address of a file
	 * @return the value, or an error when a file cannot be read
	 */
	Mono<JsonNode> get(String fileUrlPrefix);

	/**
	 * A value without files.
	 *
	 * @param preview the value itself
	 */
	record Plain(JsonNode preview, String text) implements ExampleValue {

		@Override
		public boolean pictured() {
			return false;
		}

		@Override
		public Mono<JsonNode> get(String fileUrlPrefix) {
			return Mono.just(this.preview);
		}

	}

}
