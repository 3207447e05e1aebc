package io.github.gradiospring.boot.autoconfigure.page;

import io.github.gradiospring.blocks.interfaces.InterfacePages;
import reactor.core.Disposable;
import reactor.core.Disposables;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Runs examples when the application is ready, and stops before anything else does: what
 * runs would hold up the end of the workers.
 */
final class ExampleCaching implements ApplicationListener<ApplicationReadyEvent>, SmartLifecycle {

	private final InterfacePages pages;

	private final Disposable.Swap running = Disposables.swap();

	private volatile boolean started;

	ExampleCaching(InterfacePages pages) {
		this.pages = pages;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		this.running.update(this.pages.cacheExamples().subscribe());
	}

	@Override
	public void start() {
		this.started = true;
	}

	@Override
	public void stop() {
		this.started = false;
		this.running.update(Disposables.disposed());
	}

	@Override
	public boolean isRunning() {
		return this.started;
	}

}
