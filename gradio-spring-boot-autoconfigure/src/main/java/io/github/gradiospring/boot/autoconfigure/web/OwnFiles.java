package io.github.gradiospring.boot.autoconfigure.web;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The paths of static files of the application that pages would have too. Spring serves
 * such files last of all, so our routes have to leave them to it.
 */
final class OwnFiles implements Predicate<String> {

	private final Set<String> paths;

	OwnFiles(WebProperties properties, ResourceLoader resources) {
		this.paths = Stream.of("/favicon.ico", "/manifest.json")
			.filter((path) -> Arrays.stream(properties.getResources().getStaticLocations())
				.map((location) -> resources.getResource(location + path.substring(1)))
				.anyMatch(Resource::isReadable))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether the application has a file at a path. */
	@Override
	public boolean test(String path) {
		return this.paths.contains(path);
	}

}
