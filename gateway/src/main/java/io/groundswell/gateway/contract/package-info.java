/**
 * The contract of all public operations as one document, and the page that shows it. Serves what was committed; makes
 * nothing up at run time.
 */
@NullMarked
package io.groundswell.gateway.contract;

import org.jspecify.annotations.NullMarked;
