/**
 * What the brand thinks of a post: rules decide as it arrives, people approve or reject it and say why, and every decision is
 * kept with who or what took it.
 *
 * <p>Always holds: of the rules that apply, BLOCK goes before QUARANTINE before ALLOW and the oldest decides among equals; what a
 * person decided, no rule changes; the time a text takes grows with its length, whatever patterns people write. Never touches a
 * post's content; knows neither networks' payloads nor how posts arrive.
 */
@NullMarked
package io.groundswell.campaign.moderation;

import org.jspecify.annotations.NullMarked;
