/**
 * Conditional requests after RFC 9110 §13: a change says which version it changes, a read may say which version it has.
 * Tags are strong and are made of an identifier and a version number, never of the bytes sent. Knows no resource.
 */
@NullMarked
package io.groundswell.kit.precondition;

import org.jspecify.annotations.NullMarked;
