/**
 * What employees are given to share, and what they shared. A share pack belongs to a campaign, which this service knows by
 * its id alone, and has the same content for all; a share is one employee's, with a text of the employee's own short link: one
 * for each employee, pack and network, however often it is asked for. Who has left the roster cannot share, and the links
 * shared before lead nowhere. Knows nothing of clicks.
 */
package io.groundswell.advocacy.sharing;
