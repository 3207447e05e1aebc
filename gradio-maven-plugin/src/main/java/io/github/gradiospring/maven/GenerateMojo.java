package io.github.gradiospring.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gradiospring.protocol.info.ApiInfo;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes a <code>@GradioExchange</code> interface from the API description of a Gradio
 * app, and adds it to the sources of the project.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public class GenerateMojo extends AbstractMojo {

	/** The document of <code>/info</code>. Either this or an address. */
	@Parameter(property = "gradio.file")
	private @Nullable File file;

	/** The address of the app, or of its document. Either this or a file. */
	@Parameter(property = "gradio.url")
	private @Nullable String url;

	/** The package of the interface. */
	@Parameter(property = "gradio.packageName", required = true)
	private String packageName = "";

	/** The simple name of the interface. */
	@Parameter(property = "gradio.interfaceName", required = true)
	private String interfaceName = "";

	/**
	 * The name of the client that the interface calls with, as in
	 * <code>gradio.client.&lt;name&gt;</code>. Without one whoever makes the client says
	 * so.
	 */
	@Parameter(property = "gradio.client")
	private @Nullable String client;

	/** Where the source is written. */
	@Parameter(defaultValue = "${project.build.directory}/generated-sources/gradio", required = true)
	private File outputDirectory = new File("");

	/** Whether to do nothing. */
	@Parameter(property = "gradio.skip", defaultValue = "false")
	private boolean skip;

	/** Whether the network may not be used; what was written before is kept then. */
	@Parameter(defaultValue = "${settings.offline}", readonly = true)
	private boolean offline;

	@Parameter(defaultValue = "${project}", readonly = true, required = true)
	private @Nullable MavenProject project;

	@Override
	public void execute() throws MojoExecutionException {
		if (this.skip) {
			getLog().info("Skipped");
			return;
		}
		if ((this.file == null) == (this.url == null)) {
			throw new MojoExecutionException("Set one of 'file' and 'url'");
		}
		Path target = this.outputDirectory.toPath()
			.resolve(this.packageName.replace('.', '/'))
			.resolve(this.interfaceName + ".java");
		if (this.url != null && this.offline) {
			if (!Files.exists(target)) {
				throw new MojoExecutionException("Maven is offline, and %s was not fetched before".formatted(this.url));
			}
			getLog().info("Maven is offline: keeping " + target);
		}
		else {
			write(target, generate());
		}
		if (this.project != null) {
			this.project.addCompileSourceRoot(this.outputDirectory.getAbsolutePath());
		}
	}

	private String generate() throws MojoExecutionException {
		try {
			ExchangeGenerator.Result result = new ExchangeGenerator(this.packageName, this.interfaceName, this.client)
				.generate(info());
			if (!result.skipped().isEmpty()) {
				getLog().warn("Left out, for their inputs have no names or are too many: " + result.skipped());
			}
			return result.source();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
	}

	private ApiInfo info() throws IOException, MojoExecutionException {
		try {
			return (this.file != null) ? InfoSource.read(this.file.toPath())
					: InfoSource.fetch(String.valueOf(this.url));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MojoExecutionException("Interrupted", ex);
		}
	}

	private void write(Path target, String source) throws MojoExecutionException {
		try {
			// an untouched file is not compiled again
			if (!Files.exists(target) || !Files.readString(target).equals(source)) {
				Files.createDirectories(target.getParent());
				Files.writeString(target, source);
			}
		}
		catch (IOException ex) {
			throw new MojoExecutionException("Cannot write " + target, ex);
		}
	}

}
