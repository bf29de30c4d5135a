/**
 * Who works for the employer, as the employer's own systems tell it. A person is known by the folded work e-mail address,
 * and a line of the roster is the whole of what is known: what it leaves out is cleared, so importing the same file again
 * changes nothing. Knows nothing of sharing; whoever must follow a person's leaving implements {@link RosterFollower}.
 */
package io.groundswell.advocacy.roster;
