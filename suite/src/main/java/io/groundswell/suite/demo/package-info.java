/**
 * The main job, shown from end to end: {@code ./groundswell demo} imports creators and employees, agrees and launches two campaigns, streams several hundred
 * posts in, shares as an employee, and prints what the campaign view says.
 * <p>
 * What always holds: everything goes through the public API; the run counts as good only if each figure equals the one that
 * {@link io.groundswell.suite.demo.expectation} derives from the files; nothing is printed that names a token.
 * <p>
 * What it must not know: how the suite is started, where tokens come from, and any class of a service.
 */
@NullMarked
package io.groundswell.suite.demo;

import org.jspecify.annotations.NullMarked;
