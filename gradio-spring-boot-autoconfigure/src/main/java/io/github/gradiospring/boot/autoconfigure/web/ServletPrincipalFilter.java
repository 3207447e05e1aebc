package io.github.gradiospring.boot.autoconfigure.web;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/** Tells reactive routes who is logged in at the servlet container. */
class ServletPrincipalFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpServletRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
		Principal principal = request.getUserPrincipal();
		if (principal == null) {
			return chain.filter(exchange);
		}
		return chain.filter(exchange.mutate().principal(Mono.just(principal)).build());
	}

}
