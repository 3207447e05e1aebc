package io.github.gradiospring.interop.client;

/** The cases of uploads, with Gradio. */
class GradioUploadTests extends UploadCases {

	GradioUploadTests() {
		super(Server.GRADIO);
	}

}
