package io.groundswell.suite;

/** Something kept the suite from doing what was asked; the message is written for the person at the terminal and says what to do. */
public class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what went wrong.
     *
     * @param message one or more sentences for the person at the terminal
     */
    public SuiteException(String message) {
        super(message);
    }

    /**
     * Says what went wrong, and why underneath.
     *
     * @param message one or more sentences for the person at the terminal
     * @param cause what went wrong underneath
     */
    public SuiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
