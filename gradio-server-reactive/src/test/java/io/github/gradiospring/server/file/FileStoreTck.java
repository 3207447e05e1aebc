package io.github.gradiospring.server.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gradiospring.server.web.Await;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.core.io.buffer.PooledDataBuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every {@link FileStore} must do. */
abstract class FileStoreTck {

	/** What {@link #store} must set as the maximum size of a file. */
	static final int MAX_FILE_SIZE = 1000;

	/** What {@link #store} must set as the maximum size of all files. */
	static final int MAX_TOTAL_SIZE = 4000;

	private static final String HELLO_HASH = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

	final TrackingBuffers buffers = new TrackingBuffers();

	/** A new, empty store with the limits above, which allows the given folder. */
	abstract FileStore store(Path allowed);

	/** How many files the store has, those that are being written included. */
	abstract long countFiles() throws IOException;

	@TempDir
	Path folder;

	@Test
	void savesUnderTheHashOfTheContent() throws IOException {
		FileStore store = store(this.folder);
		StoredFile file = save(store, "hello.txt", "hel", "lo");
		assertThat(file.path()).isEqualTo(HELLO_HASH + "/hello.txt");
		assertThat(file.filename()).isEqualTo("hello.txt");
		assertThat(file.size()).isEqualTo(5);
		assertThat(file.trusted()).isFalse();
		assertThat(file.location()).hasContent("hello").hasFileName("hello.txt");
		assertThat(store.find(file.path()).block()).isEqualTo(file);
		assertThat(countFiles()).isOne();
		this.buffers.assertReleased();
	}

	@Test
	void savesAnEmptyFile() {
		StoredFile file = save(store(this.folder), "empty.bin");
		assertThat(file.size()).isZero();
		assertThat(file.location()).isEmptyFile();
	}

	@Test
	void equalContentWithAnEqualNameIsOneFile() throws IOException {
		FileStore store = store(this.folder);
		StoredFile first = save(store, "a.txt", "same");
		assertThat(save(store, "a.txt", "sa", "me")).isEqualTo(first);
		assertThat(countFiles()).isOne();
		StoredFile other = save(store, "b.txt", "same");
		assertThat(other.path()).isNotEqualTo(first.path());
		assertThat(first.location()).hasContent("same");
		assertThat(other.location()).hasContent("same");
	}

	@Test
	void concurrentSavesOfOneFileAgree() throws IOException {
		FileStore store = store(this.folder);
		var paths = Flux.range(0, 16)
			.flatMap((i) -> store.save("a.txt", this.buffers.flux("con", "tent")), 16)
			.map(StoredFile::path)
			.collectList()
			.block();
		assertThat(paths).hasSize(16).containsOnly(paths.get(0));
		assertThat(store.find(paths.get(0)).block().location()).hasContent("content");
		assertThat(countFiles()).isOne();
		this.buffers.assertReleased();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '=', quoteCharacter = '\0',
			value = { "a b#1.txt = a b#1.txt", "../../etc/x.txt = x.txt", "C:\\temp\\y.txt = y.txt",
					"a<b>:c$.txt = abc.txt", "a\"b|c?*`!{}.txt = abc.txt", "réveillé.png = réveillé.png",
					".env = .env" })
	void cleansNames(String name, String clean) {
		assertThat(save(store(this.folder), name, "x").filename()).isEqualTo(clean);
	}

	@Test
	void cleansControlCharactersAndLongNames() {
		FileStore store = store(this.folder);
		assertThat(save(store, "a\r\n\u0000\u0085b.txt", "x").filename()).isEqualTo("ab.txt");
		String filename = save(store, "é".repeat(300) + ".tar", "x").filename();
		assertThat(filename).endsWith("é.tar");
		assertThat(filename.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(190, 200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "..", ".", "a/..", "a\\", "/", "<>", " " })
	void refusesNamesOfNothing(String name) throws IOException {
		StepVerifier.create(store(this.folder).save(name, this.buffers.flux("a", "b")))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidFilenameException.class)
				.hasMessage("Invalid file name: " + name));
		assertThat(countFiles()).isZero();
		this.buffers.assertReleased();
	}

	@Test
	void refusesAFileThatIsTooLarge() throws IOException {
		FileStore store = store(this.folder);
		assertThat(save(store, "fits.txt", "x".repeat(MAX_FILE_SIZE)).size()).isEqualTo(MAX_FILE_SIZE);
		StepVerifier.create(store.save("big.txt", this.buffers.flux("x".repeat(MAX_FILE_SIZE), "y", "z", "z")))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(FileTooLargeException.class)
				.hasMessage("File size exceeded maximum allowed size of 1000 bytes."));
		assertThat(countFiles()).isOne();
		this.buffers.assertReleased();
	}

	@Test
	void makesRoomForNewFiles() throws IOException {
		FileStore store = store(this.folder);
		StoredFile last = null;
		for (int i = 0; i < 50; i++) {
			last = save(store, i + ".txt", "x".repeat(MAX_FILE_SIZE));
		}
		// The newest file stays, and far fewer than all do
		assertThat(store.find(last.path()).block()).isEqualTo(last);
		settle(store);
		assertThat(countFiles()).isBetween(1L, 8L);
	}

	/** Waits for evictions that a store does in the background. */
	void settle(FileStore store) {
	}

	@Test
	void keepsNothingOfContentThatFails() throws IOException {
		Flux<DataBuffer> content = this.buffers.flux("a", "b")
			.concatWith(Mono.error(new IllegalStateException("gone")));
		StepVerifier.create(store(this.folder).save("a.txt", content)).verifyErrorMessage("gone");
		assertThat(countFiles()).isZero();
		this.buffers.assertReleased();
	}

	@Test
	void keepsNothingAfterACancellation() throws IOException {
		Flux<DataBuffer> content = this.buffers.flux("a", "b").concatWith(Mono.never());
		StepVerifier.create(store(this.folder).save("a.txt", content))
			.expectSubscription()
			.then(this.buffers::awaitReleased)
			.thenCancel()
			.verify();
		awaitNoFiles();
	}

	/** Removing the temporary file may go on after the cancellation. */
	abstract void awaitNoFiles() throws IOException;

	@Test
	void savesACopyOfALocalFile() throws IOException {
		FileStore store = store(this.folder);
		Path source = Files.writeString(this.folder.resolve("source.bin"), "x".repeat(MAX_FILE_SIZE + 1));
		StoredFile file = store.save("my report.txt", source);
		assertThat(file.path()).endsWith("/my report.txt");
		assertThat(file.location()).hasSameTextualContentAs(source);
		assertThat(store.find(file.path()).block()).isEqualTo(file);
		Files.delete(source);
		assertThat(file.location()).exists();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> store.save("a.txt", source));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/etc/passwd", "fixture_app.py", "", ".", "..", "../../etc/passwd", "file:///etc/passwd",
			"http://127.0.0.1/x", "\0", HELLO_HASH, HELLO_HASH + "/", HELLO_HASH + "/../" + HELLO_HASH + "/hello.txt",
			HELLO_HASH + "//hello.txt", "/" + HELLO_HASH + "/hello.txt", HELLO_HASH + "/nope.txt" })
	void findsNothingElse(String path) {
		FileStore store = store(this.folder);
		save(store, "hello.txt", "hello");
		assertNotAllowed(store, path);
	}

	@Test
	void doesNotFindAFileByWhereItIs() {
		FileStore store = store(this.folder);
		StoredFile file = save(store, "hello.txt", "hello");
		assertNotAllowed(store, file.location().toString());
	}

	@Test
	void doesNotFindAFileThatSomebodyDeleted() throws IOException {
		FileStore store = store(this.folder);
		StoredFile file = save(store, "hello.txt", "hello");
		Files.delete(file.location());
		assertNotAllowed(store, file.path());
		assertThat(save(store, "hello.txt", "hello").location()).hasContent("hello");
	}

	@Test
	void findsFilesBelowAnAllowedFolder() throws IOException {
		Path allowed = Files.createDirectories(this.folder.resolve("allowed/sub"));
		Path file = Files.writeString(allowed.resolve("a.html"), "content");
		StoredFile found = store(this.folder.resolve("allowed")).find(file.toString()).block();
		assertThat(found.trusted()).isTrue();
		assertThat(found.filename()).isEqualTo("a.html");
		assertThat(found.size()).isEqualTo(7);
		assertThat(found.location()).hasContent("content");
	}

	@Test
	void doesNotLeaveAnAllowedFolder() throws IOException {
		Path allowed = Files.createDirectory(this.folder.resolve("allowed"));
		Path secret = Files.writeString(Files.createDirectory(this.folder.resolve("allowed2")).resolve("x"), "secret");
		Path link = Files.createSymbolicLink(allowed.resolve("link.txt"), secret);
		Files.createSymbolicLink(allowed.resolve("folder"), secret.getParent());
		FileStore store = store(allowed);
		assertNotAllowed(store, secret.toString());
		assertNotAllowed(store, link.toString());
		assertNotAllowed(store, allowed.resolve("folder/x").toString());
		assertNotAllowed(store, allowed + "/../allowed2/x");
		assertNotAllowed(store, allowed.toString());
		assertNotAllowed(store, allowed + "/missing");
	}

	@Test
	void findsNothingBelowAnAllowedFolderThatIsMissing() {
		assertNotAllowed(store(this.folder.resolve("missing")), this.folder.resolve("missing/x").toString());
	}

	StoredFile save(FileStore store, String name, String... content) {
		return store.save(name, this.buffers.flux(content)).block();
	}

	static void assertNotAllowed(FileStore store, String path) {
		StepVerifier.create(store.find(path))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(FileNotAllowedException.class)
				.hasMessage("File not allowed: " + path + "."));
	}

	/** Pooled buffers that know whether they were released. */
	static final class TrackingBuffers {

		private final NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);

		private final AtomicInteger made = new AtomicInteger();

		private final java.util.Queue<DataBuffer> handedOut = new java.util.concurrent.ConcurrentLinkedQueue<>();

		Flux<DataBuffer> flux(String... parts) {
			return Flux.just(parts).map((part) -> {
				DataBuffer buffer = this.factory.allocateBuffer(Math.max(1, part.length()));
				buffer.write(part, StandardCharsets.UTF_8);
				this.made.incrementAndGet();
				this.handedOut.add(buffer);
				return buffer;
			});
		}

		void assertReleased() {
			assertThat(this.handedOut).noneMatch((buffer) -> ((PooledDataBuffer) buffer).isAllocated());
		}

		void awaitReleased() {
			Await.until("all buffers are released", () -> !this.handedOut.isEmpty()
					&& this.handedOut.stream().noneMatch((buffer) -> ((PooledDataBuffer) buffer).isAllocated()));
		}

	}

}
