package io.github.gradiospring.test.testcontainers;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;

import com.github.dockerjava.api.command.InspectContainerResponse;
import org.testcontainers.containers.wait.strategy.WaitStrategy;

/** A container whose app runs on this machine, so that no Docker is needed. */
class LocalContainer extends GradioContainer {

	private static final String IMAGE = "acme/demo:1";

	private final InetSocketAddress address;

	private boolean started;

	LocalContainer(InetSocketAddress address) {
		super(IMAGE);
		this.address = address;
	}

	WaitStrategy strategy() {
		return getWaitStrategy();
	}

	void waitUntilUp(Duration timeout) {
		getWaitStrategy().withStartupTimeout(timeout).waitUntilReady(this);
	}

	@Override
	public void start() {
		this.started = true;
	}

	@Override
	public void stop() {
		this.started = false;
	}

	@Override
	public boolean isRunning() {
		return this.started;
	}

	@Override
	public String getDockerImageName() {
		return IMAGE;
	}

	@Override
	public String getContainerId() {
		return "local";
	}

	@Override
	public InspectContainerResponse getContainerInfo() {
		return new InspectContainerResponse() {

			@Override
			public String getName() {
				return "/local";
			}

		};
	}

	@Override
	public String getHost() {
		return this.address.getHostString();
	}

	@Override
	public Integer getMappedPort(int port) {
		return (port == PORT) ? this.address.getPort() : -1;
	}

	/** Another port that an image may expose, where nobody answers. */
	@Override
	public Set<Integer> getLivenessCheckPortNumbers() {
		return Set.of(1);
	}

}
