/**
 * Lints, renders and reads the Helm chart in {@code k8s/chart/groundswell} the way {@code helm} would, without a cluster.
 *
 * <p>What always holds: a manifest is judged as Kubernetes will read it, parsed and typed, never as text with an expected
 * layout. Every template has a test class named after it, and rules that concern all pods are written once, for all of them.
 *
 * <p>Knows nothing of the services' classes: chart and services agree on names of environment variables, ports and paths only.
 */
@org.jspecify.annotations.NullMarked
package io.groundswell.k8s;
