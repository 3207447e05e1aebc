package io.github.gradiospring.interop.client;

/** The cases of status, with Gradio. */
class GradioStatusTests extends StatusCases {

	GradioStatusTests() {
		super(Server.GRADIO);
	}

}
