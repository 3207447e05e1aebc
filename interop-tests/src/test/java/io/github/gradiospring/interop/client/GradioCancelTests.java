package io.github.gradiospring.interop.client;

/** The cases of cancelling, with Gradio. */
class GradioCancelTests extends CancelCases {

	GradioCancelTests() {
		super(Server.GRADIO);
	}

}
