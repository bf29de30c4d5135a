/**
 * Lists in pages. A page is found by key, never by offset, and the place between two pages travels as an opaque cursor
 * that only this system can make and that only fits the list, the filters and the workspace it was made for. Knows no
 * table and no order: the caller says what the keys of a row are.
 */
@NullMarked
package io.groundswell.kit.paging;

import org.jspecify.annotations.NullMarked;
