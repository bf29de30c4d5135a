/**
 * People who buy from the brand, found again among creators: by the keyed hash of their e-mail address and by their handles. An
 * address is never stored, logged or shown. Who an account belongs to is left to {@link io.groundswell.creator.creator}; a
 * customer whose address and whose handle lead to two creators is not merged here, the address is kept for both. Knows no
 * campaign, and nothing of how creators are searched.
 */
package io.groundswell.creator.customer;
