/**
 * The part of every contract that services need not write: the problems that an operation can answer with, the headers and
 * parameters that mean the same everywhere, the security scheme, and examples from files. Works on the OpenAPI model alone;
 * knows no operation and no schema of a domain.
 *
 * <p>
 * An operation's examples are JSON files on the class path, {@code contract/examples/{operationId}.request.json} and
 * {@code contract/examples/{operationId}.json} for its success: files can be read, checked and copied, text in annotations
 * cannot. Bodies that are not JSON have the ending of their format, {@code .ndjson}, {@code .csv} or {@code .yaml}.
 */
@NullMarked
package io.groundswell.kit.contract;

import org.jspecify.annotations.NullMarked;
