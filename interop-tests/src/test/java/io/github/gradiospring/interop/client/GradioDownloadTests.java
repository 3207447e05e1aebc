package io.github.gradiospring.interop.client;

/** The cases of downloads, with Gradio. */
class GradioDownloadTests extends DownloadCases {

	GradioDownloadTests() {
		super(Server.GRADIO);
	}

}
