package io.groundswell.suite.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

import io.groundswell.suite.Progress;

/** Progress for a person: one line for each part that is ready; on a terminal also a last line that says what is being waited for. */
final class ConsoleProgress implements Progress {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean quiet;

    ConsoleProgress(PrintWriter out, boolean terminal, boolean quiet) {
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** Whether the script was started on a terminal; this JVM's own input is not one, so it cannot find out itself. */
    static boolean onTerminal() {
        return "yes".equals(System.getenv("GROUNDSWELL_TERMINAL"));
    }

    @Override
    public synchronized void working(String what) {
        if (terminal && !quiet) {
            out.print(CLEAR_LINE + "  … " + what);
            out.flush();
        }
    }

    @Override
    public synchronized void done(String what, String detail, Duration took) {
        if (!quiet) {
            line(String.format(Locale.ROOT, "  %-18s %-58s %5.1f s", what, detail, took.toMillis() / 1000.0));
        }
    }

    @Override
    public synchronized void warn(String message) {
        line("  ! " + message);
    }

    /** Says something that is neither a step nor a problem. */
    synchronized void note(String message) {
        if (!quiet) {
            line("  " + message);
        }
    }

    /** Takes the last line away before something else is printed. */
    synchronized void clear() {
        if (terminal && !quiet) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }
}
