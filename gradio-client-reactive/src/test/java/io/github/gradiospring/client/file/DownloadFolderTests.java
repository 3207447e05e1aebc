package io.github.gradiospring.client.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.gradiospring.client.error.FileTransferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link DownloadFolder}. */
class DownloadFolderTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	@TempDir
	Path root;

	private static Flux<DataBuffer> content(String text) {
		return Flux.just(text).map((part) -> DefaultDataBufferFactory.sharedInstance.wrap(part.getBytes()));
	}

	@Test
	void aFileHasItsNameOnlyWhenItIsWhole() throws InterruptedException {
		CountDownLatch written = new CountDownLatch(2);
		Disposable download = new DownloadFolder(this.root).save(content("part").concatWith(Flux.never())
			// More is asked for once the first piece is on the disk
			.doOnRequest((count) -> written.countDown()), "name.txt").subscribe();
		assertThat(written.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(this.root.toFile().listFiles()).singleElement()
			.satisfies((directory) -> assertThat(directory.list()).containsExactly(".part"));
		download.dispose();
	}

	@Test
	void cancellingDeletes() throws Exception {
		CountDownLatch written = new CountDownLatch(2);
		CountDownLatch cancelled = new CountDownLatch(1);
		try (WatchService watch = this.root.getFileSystem().newWatchService()) {
			Disposable download = new DownloadFolder(this.root)
				.save(content("part").concatWith(Flux.never())
					.doOnRequest((count) -> written.countDown())
					.doOnCancel(cancelled::countDown), "name.txt")
				.subscribe();
			assertThat(written.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
			this.root.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
			download.dispose();
			assertThat(cancelled.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
			WatchKey deleted = watch.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
			assertThat(deleted).isNotNull();
			assertThat(this.root).isEmptyDirectory();
		}
	}

	@Test
	void aFailureDeletesAndIsPassedOn() {
		IllegalStateException failure = new IllegalStateException("broken");
		StepVerifier.create(new DownloadFolder(this.root).save(content("part").concatWith(Flux.error(failure)), "a"))
			.verifyErrorMatches((ex) -> ex == failure);
		assertThat(this.root).isEmptyDirectory();
	}

	@Test
	void aNameThatTheDiskDoesNotTake() {
		StepVerifier.create(new DownloadFolder(this.root).save(content("x"), "a".repeat(300)))
			.verifyError(FileTransferException.class);
		assertThat(this.root).isEmptyDirectory();
	}

	@Test
	void aTemporaryFolderIsMadeOnceAndOnlyForItsOwner() throws Exception {
		DownloadFolder folder = new DownloadFolder(null);
		Path one = folder.save(content("1"), "a").block(LIMIT);
		Path two = folder.save(content("2"), "a").block(LIMIT);
		Path root = one.getParent().getParent();
		try {
			assertThat(two.getParent().getParent()).isEqualTo(root);
			if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				assertThat(Files.getPosixFilePermissions(root))
					.allMatch((permission) -> permission.name().startsWith("OWNER"));
			}
		}
		finally {
			try (Stream<Path> all = Files.walk(root)) {
				all.sorted((a, b) -> b.compareTo(a)).forEach((path) -> path.toFile().delete());
			}
		}
	}

}
