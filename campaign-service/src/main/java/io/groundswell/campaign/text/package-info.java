/**
 * What people mean when they write a hashtag, a mention or a stock symbol, in any script. Two spellings of a hashtag or mention
 * are the same term when their NFKC case foldings are equal (Unicode Standard Annex 31 for hashtag identifiers, toNFKC_Casefold
 * of chapter 3.13). Knows no campaign and no network's payload.
 */
package io.groundswell.campaign.text;
