package io.github.gradiospring.interop.browser;

/** The demos of the guides in real Gradio. */
class PythonGuideTests extends GuideCases {

	PythonGuideTests() {
		super(PythonDemos.INSTANCE);
	}

}
