package io.github.gradiospring.boot.autoconfigure.web;

import io.github.gradiospring.server.web.GradioRoutes;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Keeps connections of Reactor Netty's server going. When a client sends its next request
 * while the answer to the last one, which a worker wrote, is being finished, the server
 * forgets to read the one after it, and the client waits for ever
 * (reactor/reactor-netty#4361). Python's client keeps its connections, so it would hang
 * now and then. To be removed with the release that has the fix.
 */
@AutoConfiguration
@ConditionalOnClass({ GradioRoutes.class, HttpServer.class, NettyReactiveWebServerFactory.class })
public final class GradioNettyAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "gradioNettyCustomizer")
	WebServerFactoryCustomizer<NettyReactiveWebServerFactory> gradioNettyCustomizer() {
		return (factory) -> factory.addServerCustomizers((server) -> server.childObserve(this::readOn));
	}

	private void readOn(Connection connection, ConnectionObserver.State state) {
		if (state != ConnectionObserver.State.DISCONNECTING || !connection.channel().isActive()) {
			return;
		}
		// the connection of a request forgets its channel
		Channel channel = connection.channel();
		EventLoop loop = channel.eventLoop();
		// after the server has looked at the requests that it holds
		loop.execute(() -> loop.execute(channel::read));
	}

}
