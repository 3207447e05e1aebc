package io.github.gradiospring.test.testcontainers;

import io.github.gradiospring.boot.autoconfigure.client.GradioClientConnectionDetails;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/** Says where the app of a {@link GradioContainer} is, for {@code @ServiceConnection}. */
final class GradioContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<GradioContainer, GradioClientConnectionDetails> {

	GradioContainerConnectionDetailsFactory() {
		super(ANY_CONNECTION_NAME, "io.github.gradiospring.client.GradioClient");
	}

	@Override
	protected GradioClientConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<GradioContainer> source) {
		return new GradioContainerConnectionDetails(source);
	}

	private static final class GradioContainerConnectionDetails extends ContainerConnectionDetails<GradioContainer>
			implements GradioClientConnectionDetails {

		private GradioContainerConnectionDetails(ContainerConnectionSource<GradioContainer> source) {
			super(source);
		}

		@Override
		public String getClientName() {
			return getContainer().getClientName();
		}

		@Override
		public String getUrl() {
			return getContainer().getUrl();
		}

	}

}
