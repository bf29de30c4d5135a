/**
 * JSON Merge Patch (RFC 7396) of API records: the patched record is built anew, so its own checks decide whether the change
 * is valid. Knows no record.
 */
package io.groundswell.kit.patch;
