package io.github.gradiospring.client.file;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.FileTransferException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.file.TestApp.Seen;
import io.github.gradiospring.protocol.file.FileData;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the downloads of {@link DefaultFileTransfer}. */
class DownloadTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final FileData FILE = FileData.of("/tmp/0a1b/a.txt").withOrigName("a.txt");

	@TempDir
	Path folder;

	private TestApp server;

	private TestApp other;

	private final CountDownLatch answering = new CountDownLatch(1);

	private final CountDownLatch closed = new CountDownLatch(1);

	@BeforeEach
	void startOther() {
		this.other = TestApp.serving(Map.of("/file.txt", "elsewhere"));
	}

	@AfterEach
	void stop() {
		this.other.close();
		if (this.server != null) {
			this.server.close();
		}
	}

	private FileTransfer files(DownloadPolicy policy) {
		return new DefaultFileTransfer(new FileOptions(this.folder, DataSize.ofKilobytes(100), policy));
	}

	private FileTransfer files() {
		return files(DownloadPolicy.publicServers());
	}

	/** The other server under a name, so that it is not the app's own host. */
	private FileTransfer filesOfLocalhost() {
		return files(new DownloadPolicy(Set.of("localhost")));
	}

	private FileData onOther(String path) {
		return FileData.of("http://localhost:" + this.other.port() + path);
	}

	private void serve(String path, String text) {
		this.server = TestApp.serving(Map.of(path, text));
	}

	private void redirect(int status, String to) {
		this.server = new TestApp((request, response) -> request.uri().endsWith("/target")
				? response.sendString(Mono.just("target")) : response.status(status).header("Location", to).send());
	}

	private String text(FileTransfer files, FileData file) {
		DataBuffer content = DataBufferUtils.join(files.content(this.server.app(), file)).block(LIMIT);
		try {
			return content.toString(StandardCharsets.UTF_8);
		}
		finally {
			DataBufferUtils.release(content);
		}
	}

	private <E extends GradioClientException> E failure(Class<E> type, FileTransfer files, FileData file) {
		Throwable streamed = error(files.content(this.server.app(), file).doOnNext(DataBufferUtils::release).then());
		assertThat(streamed).isInstanceOf(type);
		Throwable saved = error(files.download(this.server.app(), file));
		assertThat(saved).isInstanceOf(type);
		nothingIsLeft();
		return type.cast(saved);
	}

	private static Throwable error(Mono<?> mono) {
		return mono.then(Mono.<Throwable>empty()).onErrorResume(Mono::just).block(LIMIT);
	}

	private void nothingIsLeft() {
		assertThat(this.folder).isEmptyDirectory();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/tmp/0a1b/my report.txt | /tmp/0a1b/my%20report.txt
			/tmp/ünï/日.txt          | /tmp/%C3%BCn%C3%AF/%E6%97%A5.txt
			/tmp/100%.txt           | /tmp/100%25.txt
			/tmp/a%20b              | /tmp/a%2520b
			/tmp/a?b#c              | /tmp/a%3Fb%23c
			/tmp/a+b&c=d;e          | /tmp/a+b&c=d;e
			C:\\tmp\\a.txt          | C:%5Ctmp%5Ca.txt
			//evil.test/x           | //evil.test/x
			0a1b/a.txt              | 0a1b/a.txt
			""")
	void theRouteOfAFileBelowTheUsersAddress(String path, String encoded) {
		serve("/mount/gradio_api/file=" + encoded, "content");
		// What the app calls its root may be out of reach
		FileData file = FileData.of(path).withUrl("http://internal.test/gradio_api/file=x");
		assertThat(text(files(), file)).isEqualTo("content");
		assertThat(this.server.requests()).containsExactly(new Seen("GET /mount/gradio_api/file=" + encoded,
				"Bearer " + TestApp.TOKEN, "session=s3cret", "extra"));
	}

	@Test
	void anAddressOfTheAppItself() {
		serve("/mount/x%20y.txt?a=b", "content");
		assertThat(text(files(), FileData.of(this.server.url() + "/mount/x%20y.txt?a=b"))).isEqualTo("content");
		assertThat(this.server.requests()).extracting(Seen::cookie).containsExactly("session=s3cret");
	}

	@Test
	void anotherServerGetsNoHeaders() {
		serve("/", "");
		assertThat(text(filesOfLocalhost(), onOther("/file.txt"))).isEqualTo("elsewhere");
		assertThat(this.other.requests()).containsExactly(new Seen("GET /file.txt", null, null, null));
	}

	@Test
	void anotherPortOfTheAppsHostIsAnotherServer() {
		serve("/", "");
		failure(FileTransferException.class, files(), FileData.of(this.other.url() + "/file.txt"));
		assertThat(this.other.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:%d/file.txt", "http://localhost:%d/file.txt",
			"http://LOCALHOST:%d/file.txt", "http://localhost.:%d/file.txt", "http://[::1]:%d/file.txt",
			"http://[::ffff:127.0.0.1]:%d/file.txt", "http://[::ffff:7f00:1]:%d/file.txt",
			"http://[::127.0.0.1]:%d/file.txt", "http://[64:ff9b::7f00:1]:%d/file.txt", "http://0.0.0.0:%d/file.txt",
			"http://[::]:%d/file.txt", "http://127.1:%d/file.txt", "http://127.0.1:%d/file.txt",
			"http://2130706433:%d/file.txt", "http://017700000001:%d/file.txt", "http://0x7f000001:%d/file.txt",
			"http://0x7f.0.0.1:%d/file.txt", "http://0177.0.0.1:%d/file.txt", "http://127.0.0.1.:%d/file.txt",
			"http://user@127.0.0.1:%d/file.txt", "http://8.8.8.8@127.0.0.1:%d/file.txt",
			"http://127.0.0.1:%d\\@8.8.8.8/file.txt", "http://①②⑦.0.0.1:%d/file.txt", "HTTP://127.0.0.1:%d/file.txt",
			"http://169.254.169.254:%d/latest/meta-data/", "http://[fd00:ec2::254]:%d/latest/meta-data/",
			"http:///file.txt?%d", "http://:%d/file.txt" })
	void addressesThatAreNotAsked(String url) {
		serve("/", "");
		failure(FileTransferException.class, files(), FileData.of(url.formatted(this.other.port())));
		assertThat(this.other.requests()).isEmpty();
		assertThat(this.server.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/hosts", "ftp://127.0.0.1/x", "jar:file:///x!/y", "gopher://127.0.0.1/" })
	void otherSchemesAreOnlyPathsOfTheApp(String path) {
		serve("/mount/gradio_api/file=" + path, "content of the app");
		assertThat(text(files(), FileData.of(path))).isEqualTo("content of the app");
	}

	@Test
	void aRefusalSaysWhereAndNoSecret() {
		serve("/", "");
		FileTransferException error = failure(FileTransferException.class, files(), onOther("/file.txt?token=s3cret"));
		assertThat(error).hasMessageContaining("'localhost', which is not public");
		StringWriter text = new StringWriter();
		error.printStackTrace(new PrintWriter(text));
		assertThat(text.toString()).doesNotContain("s3cret");
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void aRedirectWithinTheApp(int status) {
		redirect(status, "/mount/target");
		assertThat(text(files(), FILE)).isEqualTo("target");
		assertThat(this.server.requests()).extracting(Seen::cookie).containsExactly("session=s3cret", "session=s3cret");
	}

	@Test
	void aRedirectToAnotherServerLosesTheHeaders() {
		redirect(302, "http://localhost:" + this.other.port() + "/file.txt");
		assertThat(text(filesOfLocalhost(), FILE)).isEqualTo("elsewhere");
		assertThat(this.other.requests()).containsExactly(new Seen("GET /file.txt", null, null, null));
	}

	@Test
	void aRedirectToWhatMustNotBeAsked() {
		redirect(302, "http://localhost:" + this.other.port() + "/file.txt");
		failure(FileTransferException.class, files(), FILE);
		assertThat(this.other.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/hosts", "ftp://localhost/", "http://", "ht tp", "//user@localhost/" })
	void aRedirectToNoAddress(String location) {
		redirect(302, location);
		failure(FileTransferException.class, files(), FILE);
	}

	@Test
	void anotherServerDoesNotLeadBackToTheHeadersOfTheApp() {
		serve("/mount/secret", "secret");
		try (TestApp leader = new TestApp(
				(request, response) -> response.sendRedirect(this.server.url() + "/mount/secret"))) {
			FileData file = FileData.of("http://localhost:" + leader.port() + "/x");
			failure(FileTransferException.class, filesOfLocalhost(), file);
			assertThat(this.server.requests()).isEmpty();
		}
	}

	@Test
	void aCircleOfRedirectsEnds() {
		redirect(302, "/mount/again");
		failure(FileTransferException.class, files(), FILE);
		assertThat(this.server.requests()).hasSize(12);
	}

	@Test
	void aLoginIsWanted() {
		this.server = new TestApp((request, response) -> response.status(401)
			.sendString(Mono.just("{\"detail\": \"Not authenticated\"}")));
		failure(AuthenticationException.class, files(), FILE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 404, 500, 503 })
	void aFileThatIsNotGiven(int status) {
		this.server = new TestApp((request, response) -> response.status(status)
			.sendString(Mono.just("{\"detail\": \"File not allowed: /etc/hosts.\"}")));
		assertThat(failure(FileTransferException.class, files(), FILE)).hasMessageContaining("File not allowed");
	}

	@Test
	void aLoginOfAnotherServerIsNotTheApps() {
		serve("/", "");
		try (TestApp wants = new TestApp((request, response) -> response.status(401).send())) {
			failure(FileTransferException.class, filesOfLocalhost(),
					FileData.of("http://localhost:" + wants.port() + "/x"));
		}
	}

	@Test
	void eachDownloadHasItsDirectory() {
		serve("/mount/gradio_api/file=/tmp/0a1b/a.txt", "content");
		FileTransfer files = files();
		FileData tricky = FILE.withOrigName("../../my report.txt");
		Path one = files.download(this.server.app(), tricky).block(LIMIT);
		Path two = files.download(this.server.app(), tricky).block(LIMIT);
		assertThat(one).hasContent("content").hasFileName("my report.txt").isNotEqualTo(two);
		assertThat(List.of(one, two))
			.allSatisfy((path) -> assertThat(path.getParent().getParent()).isEqualTo(this.folder));
		assertThat(one.getParent()).isDirectoryNotContaining((path) -> !path.equals(one));
	}

	@Test
	void anEmptyFile() {
		serve("/mount/gradio_api/file=/tmp/0a1b/a.txt", "");
		assertThat(files().download(this.server.app(), FILE).block(LIMIT)).isEmptyFile();
	}

	@Test
	void aFolderThatIsNotThereYet() {
		serve("/mount/gradio_api/file=/tmp/0a1b/a.txt", "content");
		FileTransfer files = new DefaultFileTransfer(new FileOptions(this.folder.resolve("new/one"),
				DataSize.ofKilobytes(1), DownloadPolicy.publicServers()));
		assertThat(files.download(this.server.app(), FILE).block(LIMIT)).hasContent("content");
	}

	@Test
	void aFolderThatCannotBe() throws IOException {
		serve("/mount/gradio_api/file=/tmp/0a1b/a.txt", "content");
		Path file = Files.writeString(this.folder.resolve("file"), "in the way");
		FileTransfer files = new DefaultFileTransfer(
				new FileOptions(file, DataSize.ofKilobytes(1), DownloadPolicy.publicServers()));
		assertThat(error(files.download(this.server.app(), FILE))).isInstanceOf(FileTransferException.class);
	}

	@Test
	void anAnswerThatSaysItIsTooLarge() {
		this.server = new TestApp(
				(request, response) -> response.header("Content-Length", "102401").send(Flux.just(bytes(102_401))));
		assertThat(failure(FileTransferException.class, files(), FILE)).hasMessageContaining("larger");
	}

	@Test
	void anAnswerThatIsTooLargeWithoutSayingSo() {
		this.server = new TestApp((request, response) -> response.send(Flux.range(0, 101).map((i) -> bytes(1024))));
		assertThat(failure(FileTransferException.class, files(), FILE)).hasMessageContaining("larger");
	}

	@Test
	void anAnswerOfTheLargestSize() {
		this.server = new TestApp((request, response) -> response.send(Flux.range(0, 100).map((i) -> bytes(1024))));
		assertThat(files().download(this.server.app(), FILE).block(LIMIT)).hasSize(102_400);
	}

	@Test
	void anAnswerThatIsCutOff() {
		this.server = new TestApp((request, response) -> response.header("Content-Length", "1000")
			.send(Flux.just(bytes(100)))
			.then()
			.then(Mono.fromRunnable(() -> response.withConnection(Connection::dispose))));
		failure(FileTransferException.class, files(), FILE);
	}

	@Test
	void anAnswerInChunksThatIsCutOff() {
		this.server = new TestApp((request, response) -> {
			return response.send(
					Flux.just(bytes(100)).concatWith(Mono.error(() -> new IllegalStateException("the server breaks"))),
					(bytes) -> true);
		});
		failure(FileTransferException.class, files(), FILE);
	}

	/** A server that sends a little and goes on for ever. */
	private void stall() {
		this.server = new TestApp((request, response) -> {
			response.withConnection((connection) -> connection.onDispose(this.closed::countDown));
			return response.send(
					Flux.just(bytes(100))
						.concatWith(Flux.<ByteBuf>never().doOnSubscribe((subscription) -> this.answering.countDown())),
					(bytes) -> true);
		});
	}

	@Test
	void aServerThatFallsSilent() {
		stall();
		FileOptions options = new FileOptions(this.folder, DataSize.ofKilobytes(1), DownloadPolicy.publicServers());
		FileTransfer files = new DefaultFileTransfer(options, new Fetcher(options), Duration.ofMillis(200));
		assertThat(error(files.download(this.server.app(), FILE))).isInstanceOf(FileTransferException.class)
			.hasMessageContaining("silent");
		nothingIsLeft();
	}

	@Test
	void cancellingClosesTheConnection() throws InterruptedException {
		stall();
		Disposable download = files().download(this.server.app(), FILE).subscribe();
		assertThat(this.answering.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		download.dispose();
		assertThat(this.closed.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void cancellingTheContentClosesTheConnection() throws InterruptedException {
		stall();
		files().content(this.server.app(), FILE).doOnNext(DataBufferUtils::release).blockFirst(LIMIT);
		assertThat(this.closed.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void aLargeFileIsNotHeldInMemory() {
		long size = 128L * 1024 * 1024;
		AtomicLong sent = new AtomicLong();
		AtomicLong received = new AtomicLong();
		AtomicLong largestGap = new AtomicLong();
		this.server = new TestApp((request, response) -> response.send(Flux.range(0, (int) (size / 65_536)).map((i) -> {
			sent.addAndGet(65_536);
			return bytes(65_536);
		})));
		FileTransfer files = new DefaultFileTransfer(
				new FileOptions(this.folder, DataSize.ofMegabytes(128), DownloadPolicy.publicServers()));
		files.content(this.server.app(), FILE).limitRate(1).doOnNext((buffer) -> {
			received.addAndGet(buffer.readableByteCount());
			largestGap.accumulateAndGet(sent.get() - received.get(), Math::max);
			DataBufferUtils.release(buffer);
		}).blockLast(LIMIT.multipliedBy(3));
		assertThat(received).hasValue(size);
		assertThat(largestGap.get()).isLessThan(48L * 1024 * 1024);
	}

	private static ByteBuf bytes(int length) {
		return Unpooled.wrappedBuffer(new byte[length]);
	}

}
