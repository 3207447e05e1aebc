package io.github.gradiospring.blocks.interfaces;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.Radio;
import io.github.gradiospring.server.annotation.Slider;
import reactor.core.publisher.Flux;

/** The interfaces that were recorded from real Gradio, in Java. */
final class Demos {

	private Demos() {
	}

	enum Operation {

		ADD, SUBTRACT

	}

	static class Greeter {

		@GradioEndpoint
		String greet(String name, @Slider double intensity) {
			return "Hello, " + name + "!".repeat((int) intensity);
		}

	}

	static class Calculator {

		@GradioEndpoint
		@GradioInterface(title = "Calculator", description = "Counts for **you**.", article = "Made *here*.",
				examples = { @GradioExample({ "45", "ADD", "3" }), @GradioExample({ "3.14", "SUBTRACT", "2" }) })
		double calc(double num1, @Radio Operation operation, double num2) {
			return 1;
		}

	}

	record Two(String text, double score) {
	}

	static class TwoOutputs {

		@GradioEndpoint
		Two two(String name, boolean is_morning) {
			return new Two(name, 1);
		}

	}

	static class Stream {

		@GradioEndpoint
		Flux<String> stream(String text) {
			return Flux.just(text);
		}

	}

	static class OutputOnly {

		@GradioEndpoint
		String now() {
			return "x";
		}

	}

	static class InputOnly {

		@GradioEndpoint
		void save(String text) {
		}

	}

	static class Unified {

		@GradioEndpoint
		@GradioInterface(unified = true)
		@GradioOutput("text")
		String more(String text) {
			return text + ".";
		}

	}

	static class Live {

		@GradioEndpoint
		@GradioInterface(live = true)
		double calc(double num1, @Radio Operation operation, double num2) {
			return 1;
		}

	}

	static class Additional {

		@GradioEndpoint
		@GradioInterface(additionalInputs = { "system", "tokens" }, examples = @GradioExample({ "Hi", "Be kind", "5" }))
		String chat(String message, String system, @Slider double tokens) {
			return message;
		}

	}

	static class FlagOptions {

		@GradioEndpoint
		@GradioInterface(flaggingOptions = { "wrong", "rude" })
		String more(String text) {
			return text + ".";
		}

	}

	static class NeverFlag {

		@GradioEndpoint
		@GradioInterface(flagging = FlaggingMode.NEVER)
		String more(String text) {
			return text + ".";
		}

	}

	static class AutoFlag {

		@GradioEndpoint
		@GradioInterface(flagging = FlaggingMode.AUTO)
		String more(String text) {
			return text + ".";
		}

	}

	static class Labels {

		@GradioEndpoint
		@GradioInterface(submitLabel = "Go", stopLabel = "Halt", clearLabel = "")
		Flux<String> stream(String text) {
			return Flux.just(text);
		}

	}

}
