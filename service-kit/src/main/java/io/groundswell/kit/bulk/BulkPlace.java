package io.groundswell.kit.bulk;

/**
 * A place in a body: behind a line, and what all lines up to there are, in short.
 *
 * @param line number of the last line before the place; 0: the beginning
 * @param digest SHA-256 over number and CRC-32C of each line, in hexadecimal. A body in which one line is another has the same
 *            digest once in 2³² cases; the digest guards against mistakes, not against somebody who builds such a line
 */
public record BulkPlace(long line, String digest) {
    public static final BulkPlace START = new BulkPlace(0, "");
}
