package io.groundswell.campaign.text;

import com.ibm.icu.text.BreakIterator;

/** Characters as people count them: extended grapheme clusters after UAX #29. */
final class Graphemes {
    private Graphemes() {}

    /** Tells whether the part of the text has more than so many. Most parts have fewer UTF-16 units than that, which costs nothing. */
    static boolean isLongerThan(String text, int start, int end, int most) {
        if (end - start <= most) {
            return false;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text.substring(start, end));
        return characters.next(most + 1) != BreakIterator.DONE;
    }
}
