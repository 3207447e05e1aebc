package io.github.gradiospring.interop.browser;

/** What Gradio's guides show, in Java. */
class JavaGuideTests extends GuideCases {

	JavaGuideTests() {
		super(JavaDemos.INSTANCE);
	}

}
