/**
 * Bodies of any size, line by line: NDJSON or CSV in, one outcome per line out, in order. A line is acknowledged only after
 * its batch committed; a bad line is reported by its number and never loses a good one; memory holds two batches, whatever
 * the size of the body; a client may send all before it reads any of the report. How a body is written, its sender says, and
 * the report begins with what was assumed where nothing was said. A body can be taken up again behind what is stored of it.
 * Knows no line's meaning.
 */
package io.groundswell.kit.bulk;
