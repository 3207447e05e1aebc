package io.github.gradiospring.interop.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.EndpointSpec;
import io.github.gradiospring.client.error.FileTransferException;
import io.github.gradiospring.client.file.FileInput;
import io.github.gradiospring.interop.client.Server.Profile;
import io.github.gradiospring.protocol.file.FileData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Case 31: files as results. */
abstract class DownloadCases extends ClientCases {

	@TempDir
	Path folder;

	DownloadCases(Server server) {
		super(server);
	}

	@Test
	void case31_intoAFolder() throws IOException {
		GradioClient client = client(server().url(Profile.MAIN), (builder) -> builder.downloadDirectory(this.folder));
		EndpointSpec call = client.endpoint("/make_file").inputs("content");
		Path file = call.retrieve(Path.class).block(LIMIT);
		assertThat(file).startsWith(this.folder).hasFileName("my report.txt").hasContent("content");
		Path again = call.retrieve(Path.class).block(LIMIT);
		assertThat(again).isNotEqualTo(file).hasFileName("my report.txt").hasContent("content");
		assertThat(Files.exists(file)).isTrue();
	}

	@Test
	void case31_intoATemporaryFolder() {
		Path file = client(Profile.MAIN).endpoint("/make_file").inputs("content").retrieve(Path.class).block(LIMIT);
		assertThat(file).hasFileName("my report.txt").hasContent("content");
	}

	@Test
	void case31_asLinkStreamBytesAndResource() throws IOException {
		GradioClient client = client(Profile.MAIN);
		EndpointSpec call = client.endpoint("/make_file").inputs("content");
		FileData link = call.retrieve(FileData.class).block(LIMIT);
		assertThat(link.origName()).isEqualTo("my report.txt");
		assertThat(link.size()).isEqualTo(7);
		assertThat(link.url()).startsWith(server().url(Profile.MAIN) + "/gradio_api/file=");
		assertThat(text(client, link)).isEqualTo("content");
		assertThat(call.retrieve(byte[].class).block(LIMIT)).asString().isEqualTo("content");
		Resource resource = call.retrieve(Resource.class).block(LIMIT);
		assertThat(resource.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("content");
		assertThat(resource.getFilename()).isEqualTo("my report.txt");
	}

	@Test
	void case31_severalFiles() {
		FetchedFiles files = client(Profile.MAIN).endpoint("/file_io")
			.inputs(List.of(FileInput.of("a.txt", new byte[] { 'a' }), FileInput.of("b.txt", new byte[] { 'b' })),
					FileInput.of("c.txt", new byte[] { 'c' }))
			.retrieve(FetchedFiles.class)
			.block(LIMIT);
		assertThat(files.files()).extracting((file) -> file.getFileName().toString()).containsExactly("a.txt", "b.txt");
		assertThat(files.files().get(1)).hasContent("b");
		assertThat(files.file()).hasFileName("c.txt").hasContent("c");
	}

	@Test
	void case31_whateverTheServerSaysOfItsRoot() {
		GradioClient client = client(server().url(Profile.MAIN),
				(builder) -> builder.headers((headers) -> headers.set("X-Forwarded-Host", "gradio.invalid")));
		assertThat(client.endpoint("/make_file").inputs("content").retrieve(byte[].class).block(LIMIT)).asString()
			.isEqualTo("content");
	}

	@Test
	void case31_aFileThatMustNotBeFetched() {
		GradioClient client = client(Profile.MAIN);
		String url = server().url(Profile.MAIN) + "/gradio_api/file=/etc/hosts";
		failure(FileTransferException.class, client.content(FileData.of("/etc/hosts").withUrl(url)).then());
		stillWorks(client, "/fast", "x", "fast:x");
	}

	private static String text(GradioClient client, FileData file) {
		DataBuffer content = DataBufferUtils.join(client.content(file)).block(LIMIT);
		try {
			return content.toString(StandardCharsets.UTF_8);
		}
		finally {
			DataBufferUtils.release(content);
		}
	}

	/**
	 * What {@code /file_io} gives, fetched.
	 *
	 * @param files several files
	 * @param file one file
	 */
	record FetchedFiles(List<Path> files, Path file) {
	}

}
