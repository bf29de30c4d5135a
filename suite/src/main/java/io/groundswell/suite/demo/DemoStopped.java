package io.groundswell.suite.demo;

/** The demo cannot go on; the message tells a newcomer what was tried and what came back. */
final class DemoStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoStopped(String message) {
        super(message);
    }

    DemoStopped(String message, Throwable cause) {
        super(message, cause);
    }
}
