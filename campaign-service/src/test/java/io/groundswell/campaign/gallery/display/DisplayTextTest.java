package io.groundswell.campaign.gallery.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.jdom2.Verifier;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DisplayTextTest {

    @Property
    boolean everythingThatIsLeftFitsIntoXmlAndUtf8(@ForAll String text) {
        String clean = DisplayText.clean(text);
        return Verifier.checkCharacterData(clean) == null
                && new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(clean);
    }

    @Property
    boolean cleanTextStaysAsItIs(@ForAll String text) {
        String clean = DisplayText.clean(text);
        return DisplayText.clean(clean).equals(clean);
    }

    @Example
    void whatPeopleWriteStays() {
        String text = "Hi\n\t👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم שלום 拿鐵 é ﷺ";
        assertEquals(text, DisplayText.clean(text));
    }

    @Example
    void whatReversesOrBreaksIsLeftOut() {
        assertEquals("abcd", DisplayText.clean("a\u202eb\u2066c\u0000\u0085\ufffe\ud800d\ufeff"));
        assertTrue(DisplayText.clean("\u202e\u202a").isEmpty());
    }
}
