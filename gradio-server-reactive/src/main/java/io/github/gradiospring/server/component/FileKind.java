package io.github.gradiospring.server.component;

import java.util.List;

import io.github.gradiospring.server.annotation.FileUpload;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Files, and collections and arrays of files, in a File component.
 */
final class FileKind implements ComponentKind {

	private static final String FALLBACK_NAME = "file.bin";

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		FileForm single = FileForm.of(value.type().toClass(), value.direction());
		ResolvableType element = (single == null) ? Elements.elementOf(value.type()) : null;
		FileForm form = (element != null) ? FileForm.of(element.toClass(), value.direction()) : single;
		if (!Hints.accept(value, form != null, FileForm.TYPES + ", or a list of these", FileUpload.class)
				|| form == null) {
			return null;
		}
		FileUpload hint = value.annotation(FileUpload.class);
		FileTypes types = (hint != null) ? new FileTypes(List.of(hint.types())) : FileTypes.ANY;
		ComponentDescription component = ComponentDescription.builder("file", (element != null) ? "files" : "file")
			.label(value.label())
			.prop("file_types", types.names().isEmpty() ? null : types.names())
			.build();
		FileBinding file = new FileBinding(component, form, types, FALLBACK_NAME);
		return (element != null) ? new FileListBinding(file, Elements.of(value)) : file;
	}

}
