package io.github.gradiospring.boot.autoconfigure.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.file.FileTooLargeException;
import io.github.gradiospring.server.file.LocalFileStore;
import io.github.gradiospring.server.queue.InMemoryQueueStore;
import io.github.gradiospring.server.queue.QueueStore;
import io.github.gradiospring.server.session.EventLog;
import io.github.gradiospring.server.session.InMemoryEventLog;
import io.github.gradiospring.server.session.InMemorySessionStateStore;
import io.github.gradiospring.server.session.SessionStateStore;
import io.github.gradiospring.server.session.TooManySessionsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GradioStoreAutoConfiguration}.
 */
class GradioStoreAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GradioStoreAutoConfiguration.class));

	@Test
	void keepsEverythingOnThisMachine() {
		this.runner.run((context) -> {
			assertThat(context.getBean(QueueStore.class)).isInstanceOf(InMemoryQueueStore.class);
			assertThat(context.getBean(EventLog.class)).isInstanceOf(InMemoryEventLog.class);
			assertThat(context.getBean(SessionStateStore.class)).isInstanceOf(InMemorySessionStateStore.class);
			assertThat(context.getBean(FileStore.class)).isInstanceOf(LocalFileStore.class);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { QueueStore.class, EventLog.class, SessionStateStore.class, FileStore.class })
	<T> void backsOff(Class<T> type) {
		T own = mock(type);
		this.runner.withBean(type, () -> own).run((context) -> assertThat(context.getBean(type)).isSameAs(own));
	}

	@Test
	void filesAreDeletedAtTheEnd(@TempDir Path directory) {
		this.runner.withPropertyValues("gradio.files.directory=" + directory).run((context) -> {
			Path file = context.getBean(FileStore.class).save("a.txt", content("abc")).block().location();
			assertThat(file).startsWith(directory).hasContent("abc");
			context.close();
			assertThat(Files.list(directory)).isEmpty();
		});
	}

	@Test
	void uploadsAreLimited() {
		this.runner.withPropertyValues("gradio.files.max-file-size=2B")
			.run((context) -> StepVerifier.create(context.getBean(FileStore.class).save("a.txt", content("abc")))
				.verifyError(FileTooLargeException.class));
	}

	@Test
	void filesOfAllowedPathsAreFound(@TempDir Path directory) throws Exception {
		Path allowed = Files.writeString(directory.resolve("a.txt"), "abc");
		this.runner.withPropertyValues("gradio.files.allowed-paths=" + directory)
			.run((context) -> StepVerifier.create(context.getBean(FileStore.class).find(allowed.toString()))
				.assertNext((file) -> assertThat(file.size()).isEqualTo(3))
				.verifyComplete());
	}

	@Test
	void sessionsAreLimited() {
		this.runner.withPropertyValues("gradio.session.max-sessions=1").run((context) -> {
			EventLog log = context.getBean(EventLog.class);
			StepVerifier.create(log.open("first", "event")).verifyComplete();
			StepVerifier.create(log.open("second", "event")).verifyError(TooManySessionsException.class);
		});
	}

	@Test
	void needsAServer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.github.gradiospring.server"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("gradioQueueStore"));
	}

	private static Flux<DataBuffer> content(String text) {
		return Flux.from(Mono
			.fromSupplier(() -> DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8))));
	}

}
