/**
 * What creators are to their subjects: academics, journalists, technologists, practitioners, enthusiasts, power users. Read from
 * their bios by the cues of text-kit whenever it is asked for, never stored. Always holds: every kind comes with the text that
 * supports it. Knows topics; knows nothing of scores or search.
 */
package io.groundswell.creator.expertise;
