package io.github.gradiospring.interop.browser.demo;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An app with the demo of its profile. */
@SpringBootApplication
public class DemoApplication {

}
