package io.github.gradiospring.interop.browser;

/** The page of our apps. */
class JavaPageTests extends PageCases {

	JavaPageTests() {
		super(JavaDemos.INSTANCE);
	}

}
