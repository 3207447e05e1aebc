package io.github.gradiospring.server.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.github.gradiospring.server.web.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class LocalFileStoreTests extends FileStoreTck {

	@TempDir
	Path parent;

	private final AtomicLong time = new AtomicLong();

	private LocalFileStore store;

	@Override
	FileStore store(Path allowed) {
		this.store = LocalFileStore.builder()
			.parent(this.parent)
			.maxFileSize(MAX_FILE_SIZE)
			.maxTotalSize(MAX_TOTAL_SIZE)
			.timeToLive(Duration.ofHours(1))
			.allowedPaths(java.util.List.of(allowed))
			.ticker(this.time::get)
			.build();
		return this.store;
	}

	@Override
	long countFiles() throws IOException {
		try (Stream<Path> files = Files.walk(this.parent)) {
			return files.filter(Files::isRegularFile).count();
		}
	}

	@Override
	void awaitNoFiles() throws IOException {
		Await.until("there are no files", () -> countFiles() == 0);
	}

	@Override
	void settle(FileStore store) {
		this.store.cleanUp();
	}

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void deletesFilesThatNobodyAskedFor() throws IOException {
		store(this.folder);
		StoredFile used = save(this.store, "used.txt", "same");
		StoredFile unused = save(this.store, "unused.txt", "same");
		advance(Duration.ofMinutes(40));
		this.store.find(used.path()).block();
		advance(Duration.ofMinutes(40));
		this.store.cleanUp();
		assertNotAllowed(this.store, unused.path());
		assertThat(unused.location()).doesNotExist();
		assertThat(this.store.find(used.path()).block().location()).hasContent("same");
		advance(Duration.ofMinutes(61));
		this.store.cleanUp();
		assertThat(used.location().getParent()).doesNotExist();
		assertThat(countFiles()).isZero();
	}

	@Test
	void savesAnExpiredFileAnew() {
		store(this.folder);
		save(this.store, "a.txt", "content");
		advance(Duration.ofMinutes(61));
		StoredFile file = save(this.store, "a.txt", "content");
		this.store.cleanUp();
		assertThat(this.store.find(file.path()).block().location()).hasContent("content");
	}

	@Test
	void refusesAFileThatIsLargerThanAllMayBe() throws IOException {
		store(this.folder).find("x").onErrorComplete().block();
		this.store.close();
		this.store = LocalFileStore.builder().parent(this.parent).maxTotalSize(100).build();
		StepVerifier.create(this.store.save("a.txt", this.buffers.flux("x".repeat(60), "x".repeat(60))))
			.verifyError(FileStoreFullException.class);
		this.buffers.assertReleased();
		assertThat(countFiles()).isZero();
		// What was refused no longer counts
		assertThat(save(this.store, "a.txt", "x".repeat(100)).size()).isEqualTo(100);
	}

	@Test
	void deletesItsDirectoryOnly() throws IOException {
		Path other = Files.writeString(this.parent.resolve("other.txt"), "other");
		store(this.folder);
		StoredFile file = save(this.store, "a.txt", "content");
		this.store.close();
		assertThat(file.location()).doesNotExist();
		try (Stream<Path> left = Files.list(this.parent)) {
			assertThat(left).containsExactly(other);
		}
		assertNotAllowed(this.store, file.path());
	}

	private void advance(Duration duration) {
		this.time.addAndGet(duration.toNanos());
	}

}
