package io.github.gradiospring.boot.autoconfigure.web;

import io.github.gradiospring.server.web.PageAssets;
import io.github.gradiospring.ui.GradioFrontend;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

/** Finds the frontend that pages load, when its module is there and has one. */
final class Frontend {

	private static final String MODULE = "io.github.gradiospring.ui.GradioFrontend";

	private Frontend() {
	}

	static @Nullable PageAssets find() {
		return ClassUtils.isPresent(MODULE, null) ? Module.find() : null;
	}

	/** Loaded only when the module is there. */
	private static final class Module {

		static @Nullable PageAssets find() {
			return GradioFrontend.find().map(Module::assets).orElse(null);
		}

		private static PageAssets assets(GradioFrontend frontend) {
			return new PageAssets(new ClassPathResource(GradioFrontend.LOCATION, GradioFrontend.class.getClassLoader()),
					frontend.version(), frontend.script(), frontend.styleSheet(), frontend.files());
		}

	}

}
