package io.groundswell.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Captions of common words in no order that means anything, the same ones in every run. */
final class MadeUpTexts {
    private static final long SEED = 20_261_201;
    static final int WORDS = 20;
    private static final List<String> VOCABULARY = List.of(
            ("the a this that my our your we i you it they and but with for from at by on in to of is was are were have had has will "
                    + "can could would should just really very so too again always never today tomorrow yesterday morning evening "
                    + "night week weekend summer winter spring autumn coffee tea bread cake lunch dinner breakfast kitchen garden "
                    + "house home street city river beach mountain forest train bike car plane trip travel holiday book story film "
                    + "music song dance party friend friends family mother father sister brother dog cat bird flower tree light sun "
                    + "rain snow wind colour green blue red yellow white black small large old new fresh sweet warm cold quiet loud "
                    + "happy tired ready early late love like want need make made bake baked cook cooked try tried find found walk "
                    + "walked run ran read write wrote photo picture camera phone shop market price gift dress shoes jacket skin hair "
                    + "cream recipe flavour oat milk vanilla lemon chocolate orange apple tomato cheese pasta rice salad soup plate cup "
                    + "bottle table chair window door wall floor room studio office work meeting team project idea plan start finish "
                    + "first second last next best better worst good great nice fine beautiful honest simple perfect little")
                    .split(" "));

    private MadeUpTexts() {}

    static List<String> some(int count) {
        var random = new Random(SEED);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(random.ints(WORDS, 0, VOCABULARY.size()).mapToObj(VOCABULARY::get).collect(Collectors.joining(" ")));
        }
        return texts;
    }

    /** Returns the text with so many of its words replaced by others. */
    static String edited(String text, int edits, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        random.ints(0, words.size()).distinct().limit(edits).forEach(place -> {
            String other = words.get(place);
            while (other.equals(words.get(place))) {
                other = VOCABULARY.get(random.nextInt(VOCABULARY.size()));
            }
            words.set(place, other);
        });
        return String.join(" ", words);
    }
}
