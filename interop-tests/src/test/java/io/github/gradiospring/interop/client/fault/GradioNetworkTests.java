package io.github.gradiospring.interop.client.fault;

import io.github.gradiospring.interop.client.Server;

/** A bad network before Gradio. */
class GradioNetworkTests extends NetworkCases {

	GradioNetworkTests() {
		super(Server.GRADIO);
	}

}
