package io.groundswell.gateway.view;

/** A service answered, with an error of its own or with what cannot be read. */
final class BrokenAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenAnswer(int status) {
        super("answered " + status, null, false, false);
    }
}
