package io.github.gradiospring.blocks.interfaces;

import java.util.function.Supplier;

import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.file.FileStore;
import reactor.core.scheduler.Scheduler;

import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * What examples need of the application.
 *
 * @param executor runs examples whose results are kept
 * @param files where the files of examples are for browsers
 * @param resources finds files
 * @param worker where reading files may block
 */
record ExampleServices(Supplier<EndpointExecutor> executor, FileStore files, ResourcePatternResolver resources,
		Scheduler worker) {

}
