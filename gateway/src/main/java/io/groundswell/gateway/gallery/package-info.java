/**
 * What web pages need to show a collection: the element to embed, and the page that fills a screen. Plain files, the same for
 * everybody; they ask for the collection themselves. Knows no collection, sets no cookie, and loads nothing from elsewhere.
 */
@NullMarked
package io.groundswell.gateway.gallery;

import org.jspecify.annotations.NullMarked;
