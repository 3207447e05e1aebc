package io.github.gradiospring.interop.client;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.error.FileTransferException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.PayloadTooLargeException;
import io.github.gradiospring.client.file.FileInput;
import io.github.gradiospring.client.file.FileInput.UploadProgress;
import io.github.gradiospring.interop.client.Server.Profile;
import io.github.gradiospring.protocol.file.FileData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases 29, 30, 32 and 33: files as inputs. */
abstract class UploadCases extends ClientCases {

	@TempDir
	Path folder;

	UploadCases(Server server) {
		super(server);
	}

	@Test
	void case29_aPathKeepsItsName() throws IOException {
		Path file = Files.writeString(this.folder.resolve("alphabet.txt"), "abc \u00e9");
		assertThat(text(file)).isEqualTo(new FileText("abc \u00e9", "alphabet.txt"));
		assertThat(text(FileInput.of(file).named("other name.txt")))
			.isEqualTo(new FileText("abc \u00e9", "other name.txt"));
	}

	@Test
	void case29_bytesResourcesAndStreams() {
		byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
		assertThat(text(bytes).text()).isEqualTo("abc");
		assertThat(text(FileInput.of("bytes.txt", bytes))).isEqualTo(new FileText("abc", "bytes.txt"));
		assertThat(text(new ByteArrayResource(bytes) {
			@Override
			public String getFilename() {
				return "resource.txt";
			}
		})).isEqualTo(new FileText("abc", "resource.txt"));
		Flux<DataBuffer> stream = Flux.just("a", "b", "c")
			.map((part) -> DefaultDataBufferFactory.sharedInstance.wrap(part.getBytes(StandardCharsets.UTF_8)));
		assertThat(text(FileInput.of("stream.txt", stream))).isEqualTo(new FileText("abc", "stream.txt"));
	}

	private FileText text(Object file) {
		return client(Profile.MAIN).endpoint("/file_text").inputs(file).retrieve(FileText.class).block(LIMIT);
	}

	@Test
	void case29_severalAtOnceKeepTheirOrder() throws IOException {
		RecordingProxy proxy = proxy(Profile.MAIN);
		List<Object> files = List.of(Files.writeString(this.folder.resolve("one.txt"), "1"),
				FileInput.of("two.txt", new byte[] { '2' }));
		SameFiles same = client(proxy.url()).endpoint("/file_io")
			.inputs(files, FileInput.of("three.txt", new byte[] { '3' }))
			.retrieve(SameFiles.class)
			.block(LIMIT);
		assertThat(same.files()).extracting(FileData::origName).containsExactly("one.txt", "two.txt");
		assertThat(same.file().origName()).isEqualTo("three.txt");
		assertThat(proxy.requests("/upload")).isNotEmpty();
	}

	@Test
	void case29_noFiles() {
		SameFiles same = client(Profile.MAIN).endpoint("/file_io")
			.inputs(null, null)
			.retrieve(SameFiles.class)
			.block(LIMIT);
		assertThat(same).isEqualTo(new SameFiles(null, null));
	}

	@Test
	void case29_largeFile() throws IOException {
		Path file = this.folder.resolve("large.txt");
		Files.writeString(file, "0123456789".repeat(500_000));
		assertThat(text(file).text()).hasSize(5_000_000);
	}

	@Test
	void case29_missingFile() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url());
		FileTransferException error = failure(FileTransferException.class,
				client.endpoint("/file_text").inputs(this.folder.resolve("missing.txt")).retrieve(FileText.class));
		assertThat(error).hasMessageContaining("missing.txt");
		assertThat(proxy.requests("/queue/join")).isEmpty();
		stillWorks(client, "/fast", "x", "fast:x");
	}

	@Test
	void case29_tooLargeIsRefusedHere() throws IOException {
		RecordingProxy proxy = proxy(Profile.LIMITS);
		GradioClient client = client(proxy.url());
		Path file = Files.writeString(this.folder.resolve("large.txt"), "x".repeat(15_361));
		failure(PayloadTooLargeException.class, client.endpoint("/upload_small").inputs(file).retrieve(String.class));
		failure(PayloadTooLargeException.class,
				client.endpoint("/upload_small").inputs(new byte[15_361]).retrieve(String.class));
		assertThat(proxy.requests("/upload")).filteredOn((request) -> request.method().equals("POST"))
			.filteredOn((request) -> !request.uri().contains("upload_small"))
			.isEmpty();
		Path fits = Files.writeString(this.folder.resolve("fits.txt"), "x".repeat(15_000));
		stillWorks(client, "/upload_small", fits, "Upload successful");
	}

	@Test
	void case30_anAddressIsPassedOnAndNotUploaded() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url());
		// the server must not fetch what is not public, so the job itself fails
		failure(GradioClientException.class,
				client.endpoint("/file_text")
					.inputs(URI.create("http://127.0.0.1:9/some.txt"))
					.retrieve(FileText.class));
		JsonNode file = json(proxy.requests("/queue/join").get(0).body()).path("data").path(0);
		assertThat(file.path("path").asString()).isEqualTo("http://127.0.0.1:9/some.txt");
		assertThat(FileData.isFileData(file)).isTrue();
		assertThat(proxy.requests("/upload")).isEmpty();
	}

	@Test
	void case32_aPathAloneMakesNoFile() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		JsonNode all = client(proxy.url()).endpoint("/all_types")
			.input("json", json("{\"path\": \"/etc/hosts\", \"url\": \"%s/fast\"}".formatted(proxy.url())))
			.retrieve(JsonNode.class)
			.block(LIMIT);
		assertThat(all.at("/json/path").asString()).isEqualTo("/etc/hosts");
		assertThat(proxy.requests("/upload")).isEmpty();
		assertThat(proxy.requests("/file=")).isEmpty();
	}

	@Test
	void case33_progressOfAnUpload() throws IOException {
		Path file = Files.writeString(this.folder.resolve("large.txt"), "0123456789".repeat(100_000));
		List<UploadProgress> steps = new CopyOnWriteArrayList<>();
		text(FileInput.of(file).onProgress(steps::add));
		assertThat(steps).isNotEmpty().last().isEqualTo(new UploadProgress("large.txt", 1_000_000, 1_000_000L));
		assertThat(steps.stream().mapToLong(UploadProgress::bytesSent).toArray()).isSorted();
	}

	/**
	 * What {@code /file_text} gives.
	 *
	 * @param text the content
	 * @param name the name
	 */
	record FileText(String text, String name) {
	}

	/**
	 * What {@code /file_io} gives.
	 *
	 * @param files several files
	 * @param file one file
	 */
	record SameFiles(@Nullable List<FileData> files, @Nullable FileData file) {
	}

}
