/**
 * What the suite can bear. Each figure is a ratio: the work over HTTP beside the same SQL under pgbench, in the same run on
 * the same machine, because a machine's absolute speed says more of the machine. Knows the public API, two statements, and of
 * creator-service the arithmetic of its scores.
 */
package io.groundswell.bench;
