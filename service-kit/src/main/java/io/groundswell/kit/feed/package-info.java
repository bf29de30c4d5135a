/**
 * Reading another service's feed over HTTP: with a token of this service's own, by long poll, measured. Whatever is down at
 * the start, the other service or the issuer, is tried again until it is there; the service itself works meanwhile. Knows no
 * event's meaning.
 */
@NullMarked
package io.groundswell.kit.feed;

import org.jspecify.annotations.NullMarked;
