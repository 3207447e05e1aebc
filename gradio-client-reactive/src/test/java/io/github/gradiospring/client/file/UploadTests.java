package io.github.gradiospring.client.file;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.FileTransferException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.PayloadTooLargeException;
import io.github.gradiospring.client.file.FileInput.UploadProgress;
import io.github.gradiospring.protocol.file.FileData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the uploads of {@link DefaultFileTransfer}. */
class UploadTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	@TempDir
	Path folder;

	private final FileTransfer files = new DefaultFileTransfer(FileOptions.defaults());

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private TestApp server;

	@AfterEach
	void stop() {
		this.server.close();
	}

	/** A server that reads all, and answers. */
	private void answer(int status, String answer) {
		this.server = new TestApp((request, response) -> request.receive()
			.aggregate()
			.asString(StandardCharsets.UTF_8)
			.defaultIfEmpty("")
			.doOnNext(this.bodies::add)
			.flatMap((body) -> response.status(status).sendString(Mono.just(answer)).then()));
	}

	private List<FileData> upload(FileInput... inputs) {
		return this.files.upload(this.server.app(), List.of(inputs)).block(LIMIT);
	}

	private <E extends GradioClientException> E failure(Class<E> type, @Nullable Long limit, FileInput... inputs) {
		return type.cast(this.files.upload(this.server.app(limit), List.of(inputs))
			.then(Mono.<Throwable>empty())
			.onErrorResume(Mono::just)
			.block(LIMIT));
	}

	/** The parts of a request, as the header of the disposition and the content. */
	private List<String> parts() {
		String body = this.bodies.get(this.bodies.size() - 1);
		String boundary = body.substring(0, body.indexOf("\r\n"));
		return Arrays.stream(body.split(Pattern.quote(boundary)))
			.filter((part) -> part.contains("\r\n\r\n"))
			.map((part) -> part.replaceAll("(?s).*Content-Disposition: ([^\r]*)\r\n.*?\r\n\r\n(.*)\r\n$", "$1 -> $2"))
			.toList();
	}

	private static Flux<DataBuffer> stream(String... texts) {
		return Flux.just(texts)
			.map((text) -> DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void allSourcesInOneRequestAndInOrder() throws IOException {
		answer(200, "[\"/1\", \"/2\", \"/3\", \"/4\", \"/5\", \"/6\"]");
		Path path = Files.writeString(this.folder.resolve("path.txt"), "from a path");
		Path resource = Files.writeString(this.folder.resolve("resource.png"), "from a resource");
		List<FileData> uploaded = upload(FileInput.of(path), FileInput.of("bytes.bin", new byte[] { 'b' }),
				FileInput.of(new FileSystemResource(resource)),
				FileInput.of(new InputStreamResource(new ByteArrayInputStream(new byte[] { 'i' }))).named("in.txt"),
				FileInput.of(new ByteArrayResource(new byte[] { 'r' })).named("array.txt"),
				FileInput.of("stream.json", stream("[", "]")));
		assertThat(parts()).containsExactly("form-data; name=\"files\"; filename=\"path.txt\" -> from a path",
				"form-data; name=\"files\"; filename=\"bytes.bin\" -> b",
				"form-data; name=\"files\"; filename=\"resource.png\" -> from a resource",
				"form-data; name=\"files\"; filename=\"in.txt\" -> i",
				"form-data; name=\"files\"; filename=\"array.txt\" -> r",
				"form-data; name=\"files\"; filename=\"stream.json\" -> []");
		assertThat(uploaded).extracting(FileData::path).containsExactly("/1", "/2", "/3", "/4", "/5", "/6");
		assertThat(uploaded).extracting(FileData::origName)
			.containsExactly("path.txt", "bytes.bin", "resource.png", "in.txt", "array.txt", "stream.json");
		assertThat(uploaded).extracting(FileData::size).containsExactly(11L, 1L, 15L, null, 1L, null);
		assertThat(uploaded).extracting(FileData::mimeType)
			.containsExactly("text/plain", "application/octet-stream", "image/png", "text/plain", "text/plain",
					"application/json");
		assertThat(uploaded).allSatisfy((file) -> assertThat(file.url()).isNull());
		assertThat(this.server.requests()).singleElement().satisfies((request) -> {
			assertThat(request.route()).matches("POST /mount/gradio_api/upload\\?upload_id=[0-9a-f]{32}");
			assertThat(request.authorization()).isEqualTo("Bearer " + TestApp.TOKEN);
			assertThat(request.cookie()).isEqualTo("session=s3cret");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			ünï 日本 😀.txt             | ünï 日本 😀.txt
			my (final) report.txt     | my (final) report.txt
			a "quoted" name.txt       | a quoted name.txt
			../../etc/passwd          | passwd
			..                        | file
			""")
	void names(String name, String sent) {
		answer(200, "[\"/1\"]");
		assertThat(upload(FileInput.of(name, new byte[] { 'x' }))).singleElement()
			.satisfies((file) -> assertThat(file.origName()).isEqualTo(sent));
		assertThat(parts()).containsExactly("form-data; name=\"files\"; filename=\"%s\" -> x".formatted(sent));
	}

	@Test
	void aNameMakesNoHeaders() {
		answer(200, "[\"/1\"]");
		upload(FileInput.of("a\"\r\nX-Evil: 1\r\n\r\nb.txt", new byte[] { 'x' }));
		assertThat(parts()).containsExactly("form-data; name=\"files\"; filename=\"aX-Evil 1b.txt\" -> x");
		assertThat(this.bodies.get(0)).doesNotContain("\r\nX-Evil");
	}

	@Test
	void emptyFiles() throws IOException {
		answer(200, "[\"/1\", \"/2\", \"/3\"]");
		Path path = Files.createFile(this.folder.resolve("empty.txt"));
		assertThat(upload(FileInput.of(path), FileInput.of("b", new byte[0]), FileInput.of("s", Flux.empty())))
			.extracting(FileData::size)
			.containsExactly(0L, 0L, null);
		assertThat(parts()).hasSize(3).allSatisfy((part) -> assertThat(part).endsWith(" -> "));
	}

	@Test
	void noFilesAreNoRequest() {
		answer(500, "");
		assertThat(upload()).isEmpty();
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void moreFilesThanOneRequestTakes() {
		this.server = new TestApp((request, response) -> request.receive().aggregate().asString().flatMap((body) -> {
			int count = body.split("filename=").length - 1;
			List<String> paths = IntStream.range(0, count)
				.mapToObj((i) -> "\"/" + this.server.requests().size() + "/" + i + "\"")
				.toList();
			return response.sendString(Mono.just(paths.toString())).then();
		}));
		FileInput[] inputs = IntStream.range(0, 1001)
			.mapToObj((i) -> FileInput.of(i + ".txt", new byte[0]))
			.toArray(FileInput[]::new);
		assertThat(upload(inputs)).hasSize(1001)
			.last()
			.satisfies((file) -> assertThat(file.path() + file.origName()).isEqualTo("/2/01000.txt"));
		assertThat(this.server.requests()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 15_359, 15_360 })
	void aFileThatFits(int size) throws IOException {
		answer(200, "[\"/1\"]");
		Path path = Files.write(this.folder.resolve("a"), new byte[size]);
		FileInput stream = FileInput.of("a", Flux.defer(() -> stream("x".repeat(size))));
		for (FileInput input : List.of(FileInput.of(path), FileInput.of("a", new byte[size]), stream)) {
			assertThat(this.files.upload(this.server.app(15_360L), List.of(input)).block(LIMIT)).hasSize(1);
		}
	}

	@Test
	void aFileThatIsKnownToBeTooLargeIsNotSent() throws IOException {
		answer(200, "[\"/1\", \"/2\"]");
		Path path = Files.write(this.folder.resolve("large.bin"), new byte[15_361]);
		FileInput small = FileInput.of("small", new byte[1]);
		for (FileInput input : List.of(FileInput.of(path), FileInput.of("large.bin", new byte[15_361]),
				FileInput.of(new FileSystemResource(path)),
				FileInput.of(new ByteArrayResource(new byte[15_361])).named("large.bin"))) {
			assertThat(failure(PayloadTooLargeException.class, 15_360L, small, input)).hasMessageContaining("large.bin")
				.hasMessageContaining("15360");
		}
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void aFileThatTurnsOutToBeTooLargeIsGivenUp() {
		this.server = new TestApp((request, response) -> {
			request.withConnection((connection) -> connection.onDispose(this.closed::countDown));
			return request.receive().then();
		});
		AtomicLong read = new AtomicLong();
		Flux<DataBuffer> endless = Flux.<DataBuffer>generate((sink) -> {
			read.addAndGet(1024);
			sink.next(DefaultDataBufferFactory.sharedInstance.wrap(new byte[1024]));
		}).subscribeOn(Schedulers.boundedElastic());
		assertThat(failure(PayloadTooLargeException.class, 15_360L, FileInput.of("endless", endless)))
			.hasMessageContaining("endless");
		assertThat(read.get()).isLessThan(1024L * 1024);
	}

	@Test
	void whatTheServerFindsTooLarge() {
		answer(413, "Maximum file size exceeded");
		failure(PayloadTooLargeException.class, null, FileInput.of("a", new byte[1]));
	}

	@Test
	void aServerThatAnswersBeforeItHasReadAll() {
		this.server = new TestApp((request, response) -> response.status(413).send());
		failure(PayloadTooLargeException.class, null, FileInput.of("a", new byte[64]));
	}

	@Test
	void aLoginIsWanted() {
		answer(401, "{\"detail\": \"Not authenticated\"}");
		failure(AuthenticationException.class, null, FileInput.of("a", new byte[1]));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 | []
			200 | ["/1", "/2"]
			200 | {"path": "/1"}
			200 | [{"path": "/1"}]
			200 | [null]
			200 | <html>
			200 | ''
			302 | ''
			400 | "bad"
			404 | {"detail": "Not Found"}
			500 | <html>
			503 | ''
			""")
	void answersThatAreNone(int status, String answer) {
		answer(status, answer);
		failure(FileTransferException.class, null, FileInput.of("a", new byte[1]));
	}

	@Test
	void aServerThatGoesAway() {
		this.server = new TestApp((request, response) -> {
			request.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		});
		failure(FileTransferException.class, null, FileInput.of("a", new byte[1]));
	}

	@Test
	void filesThatCannotBeRead() {
		answer(200, "[\"/1\"]");
		Path missing = this.folder.resolve("missing.txt");
		for (FileInput input : List.of(FileInput.of(missing), FileInput.of(this.folder).named("missing.txt"),
				FileInput.of(new FileSystemResource(new File(missing.toString()))))) {
			assertThat(failure(FileTransferException.class, null, input)).hasMessageContaining("missing.txt");
		}
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void aSourceThatFailsOnTheWay() {
		this.server = new TestApp((request, response) -> request.receive().then());
		Flux<DataBuffer> broken = stream("a").concatWith(Mono.error(new IllegalStateException("my own failure")));
		FileTransferException error = failure(FileTransferException.class, null, FileInput.of("broken.txt", broken));
		assertThat(error).hasMessageContaining("'broken.txt' cannot be read").hasRootCauseMessage("my own failure");
	}

	@Test
	void aSourceThatBlocksDoesNotBlockAnEventLoop() {
		answer(200, "[\"/1\"]");
		List<Boolean> nonBlocking = new CopyOnWriteArrayList<>();
		InputStream stream = new FilterInputStream(new ByteArrayInputStream(new byte[200_000])) {
			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				nonBlocking
					.add(Schedulers.isInNonBlockingThread() || Thread.currentThread().getName().contains("http"));
				return super.read(bytes, offset, length);
			}
		};
		upload(FileInput.of(new InputStreamResource(stream)));
		assertThat(nonBlocking).isNotEmpty().containsOnly(false);
	}

	@Test
	void progressOfEachFile() throws IOException {
		answer(200, "[\"/1\", \"/2\", \"/3\"]");
		List<UploadProgress> steps = new CopyOnWriteArrayList<>();
		Path path = Files.write(this.folder.resolve("a.bin"), new byte[150_000]);
		upload(FileInput.of(path).onProgress(steps::add),
				FileInput.of("b.txt", stream("x", "yz")).onProgress(steps::add),
				FileInput.of("empty", new byte[0]).onProgress(steps::add));
		assertThat(steps).containsExactly(new UploadProgress("a.bin", 0, 150_000L),
				new UploadProgress("a.bin", 65_536, 150_000L), new UploadProgress("a.bin", 131_072, 150_000L),
				new UploadProgress("a.bin", 150_000, 150_000L), new UploadProgress("b.txt", 0, null),
				new UploadProgress("b.txt", 1, null), new UploadProgress("b.txt", 3, null),
				new UploadProgress("empty", 0, 0L));
	}

	@Test
	void cancellingClosesTheConnection() throws InterruptedException {
		CountDownLatch began = new CountDownLatch(1);
		CountDownLatch sourceCancelled = new CountDownLatch(1);
		this.server = new TestApp((request, response) -> {
			request.withConnection((connection) -> connection.onDispose(this.closed::countDown));
			return request.receive().doOnNext((bytes) -> began.countDown()).then();
		});
		Flux<DataBuffer> endless = stream("a").concatWith(Flux.never()).doOnCancel(sourceCancelled::countDown);
		Disposable upload = this.files.upload(this.server.app(), List.of(FileInput.of("a", endless))).subscribe();
		assertThat(began.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		upload.dispose();
		assertThat(this.closed.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(sourceCancelled.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void aLargeFileIsNotHeldInMemory() {
		long size = 128L * 1024 * 1024;
		AtomicLong sent = new AtomicLong();
		AtomicLong received = new AtomicLong();
		AtomicLong largestGap = new AtomicLong();
		this.server = new TestApp((request, response) -> request.receive().doOnNext((bytes) -> {
			received.addAndGet(bytes.readableBytes());
			largestGap.accumulateAndGet(sent.get() - received.get(), Math::max);
		}).then(response.sendString(Mono.just("[\"/1\"]")).then()));
		Flux<DataBuffer> large = Flux.range(0, (int) (size / 65_536)).map((i) -> {
			sent.addAndGet(65_536);
			return (DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(new byte[65_536]);
		}).doOnDiscard(DataBuffer.class, DataBufferUtils::release);
		this.files.upload(this.server.app(), List.of(FileInput.of("large", large))).block(LIMIT.multipliedBy(3));
		assertThat(received.get()).isGreaterThan(size);
		assertThat(largestGap.get()).isLessThan(48L * 1024 * 1024);
	}

}
