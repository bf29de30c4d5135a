/**
 * One answer made of several services' answers: asked side by side under one deadline with the caller's own token, so that
 * nobody sees more than the services would show. A part that fails never takes the others with it. Knows the addresses of the
 * parts, not their content.
 */
@NullMarked
package io.groundswell.gateway.view;

import org.jspecify.annotations.NullMarked;
