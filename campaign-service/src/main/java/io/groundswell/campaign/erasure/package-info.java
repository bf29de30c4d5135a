/**
 * What becomes of posts when a person is erased. creator-service tells marks in place of names, and which posts were the
 * person's; here the marks are kept, the posts lose everything but the fact that there was one, and ingest takes no new ones.
 * A post that was on its way when the person was erased is kept for a moment: creator-service recognises its author and tells
 * it in turn. Knows no format of posts.
 */
package io.groundswell.campaign.erasure;
