package io.github.gradiospring.interop.client;

/** The cases of errors, with Gradio. */
class GradioErrorTests extends ErrorCases {

	GradioErrorTests() {
		super(Server.GRADIO);
	}

}
