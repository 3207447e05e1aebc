package io.github.gradiospring.interop.client;

/** The cases of generators, with Gradio. */
class GradioGeneratorTests extends GeneratorCases {

	GradioGeneratorTests() {
		super(Server.GRADIO);
	}

}
