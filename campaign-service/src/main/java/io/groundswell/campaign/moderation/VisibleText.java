package io.groundswell.campaign.moderation;

import java.util.Arrays;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * A text without the characters that nobody sees (Default_Ignorable_Code_Point: zero-width spaces and joiners, soft hyphens,
 * bidi controls), which remembers where each of its characters stood.
 */
final class VisibleText {
    private final String original;
    private final String text;
    /** Null when nothing was taken out. */
    private final int @org.jspecify.annotations.Nullable [] places;

    private VisibleText(String original, String text, int @org.jspecify.annotations.Nullable [] places) {
        this.original = original;
        this.text = text;
        this.places = places;
    }

    static VisibleText of(String original) {
        int first = 0;
        while (first < original.length() && !isInvisible(original, first)) {
            first += Character.charCount(original.codePointAt(first));
        }
        return first >= original.length() ? new VisibleText(original, original, null) : without(original);
    }

    private static VisibleText without(String original) {
        StringBuilder kept = new StringBuilder(original.length());
        int[] places = new int[original.length()];
        for (int i = 0; i < original.length();) {
            int size = Character.charCount(original.codePointAt(i));
            if (!isInvisible(original, i)) {
                for (int unit = 0; unit < size; unit++) {
                    places[kept.length()] = i + unit;
                    kept.append(original.charAt(i + unit));
                }
            }
            i += size;
        }
        return new VisibleText(original, kept.toString(), Arrays.copyOf(places, kept.length()));
    }

    private static boolean isInvisible(String text, int index) {
        char c = text.charAt(index);
        return c >= 0xAD && UCharacter.hasBinaryProperty(text.codePointAt(index), UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    String text() {
        return text;
    }

    /** Returns where a character of the text stood in the original. */
    int originalStart(int index) {
        if (places == null) {
            return index;
        }
        return index < places.length ? places[index] : original.length();
    }

    /** Returns what stood in the original between two places of the text. */
    String original(int start, int end) {
        return start == end ? "" : original.substring(originalStart(start), originalStart(end - 1) + 1);
    }
}
