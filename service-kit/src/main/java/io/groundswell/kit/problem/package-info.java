/**
 * Errors as RFC 9457 problems. Every response that is not a success is a {@code application/problem+json} document with a
 * stable {@code code} and the request's id, whoever found the error: a use case, the JSON parser, the router, the
 * security layer or the server itself. Nothing internal (class names, SQL, stack traces) ever leaves the process. Knows no
 * domain: services define their own {@link io.groundswell.kit.problem.ProblemType}s.
 */
@NullMarked
package io.groundswell.kit.problem;

import org.jspecify.annotations.NullMarked;
