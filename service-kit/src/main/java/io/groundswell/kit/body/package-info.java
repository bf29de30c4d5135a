/**
 * Request bodies: how large they may be and how they are encoded. Bulk bodies (NDJSON, CSV) are unlimited in total, since
 * they are read line by line; all others are read whole and have a limit. Knows no content.
 */
@NullMarked
package io.groundswell.kit.body;

import org.jspecify.annotations.NullMarked;
