package io.groundswell.campaign.gallery.display;

/**
 * Text of strangers, made harmless for those who display it: without control characters other than line ends and tabs, without
 * the marks that reverse or overlay the text around them, and without what XML and UTF-8 cannot hold. Joiners and variation
 * selectors stay: emoji and several scripts need them.
 */
final class DisplayText {
    private DisplayText() {}

    static String clean(String text) {
        if (text.codePoints().allMatch(DisplayText::isHarmless)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(DisplayText::isHarmless).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHarmless(int character) {
        if (character < 0x80) {
            return (character >= ' ' && character != 0x7f) || character == '\n' || character == '\t';
        }
        boolean control = character <= 0x9f || character == 0xfeff;
        boolean reverses = (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
        boolean annotates = character >= 0xfff9 && character <= 0xfffb;
        boolean none = (character >= 0xd800 && character <= 0xdfff) || (character >= 0xfdd0 && character <= 0xfdef)
                || (character & 0xfffe) == 0xfffe;
        return !control && !reverses && !annotates && !none;
    }
}
