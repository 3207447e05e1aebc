package io.github.gradiospring.interop.browser;

/** The page of real Gradio: what ours is held against, and the proof of the kit. */
class PythonPageTests extends PageCases {

	PythonPageTests() {
		super(PythonDemos.INSTANCE);
	}

}
