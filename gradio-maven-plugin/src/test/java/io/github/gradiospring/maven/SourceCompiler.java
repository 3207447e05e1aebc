package io.github.gradiospring.maven;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** Compiles generated sources as strictly as can be. */
final class SourceCompiler {

	private SourceCompiler() {
	}

	static Class<?> compile(String className, String source, Path directory) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter output = new StringWriter();
		SimpleJavaFileObject file = new SimpleJavaFileObject(
				URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return source;
			}

		};
		boolean compiled = compiler
			.getTask(output, null, null, List.of("-d", directory.toString(), "--release", "17", "-proc:none",
					"-parameters", "-Werror", "-Xlint:all,-classfile", "-Xdoclint:all,-missing"), null, List.of(file))
			.call();
		assertThat(compiled).as("%s%n%s", output, source).isTrue();
		try {
			URLClassLoader classLoader = new URLClassLoader(new URL[] { directory.toUri().toURL() },
					SourceCompiler.class.getClassLoader());
			return classLoader.loadClass(className);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
