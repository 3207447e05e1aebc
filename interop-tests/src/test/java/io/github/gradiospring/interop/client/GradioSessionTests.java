package io.github.gradiospring.interop.client;

/** The cases of sessions, with Gradio. */
class GradioSessionTests extends SessionCases {

	GradioSessionTests() {
		super(Server.GRADIO);
	}

}
