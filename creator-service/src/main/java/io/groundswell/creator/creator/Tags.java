package io.groundswell.creator.creator;

import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.ibm.icu.text.Normalizer2;

/** The words by which a workspace sorts its creators. Case and width make no difference, so two spellings are one tag. */
public final class Tags {
    /** Most tags of one creator. */
    static final int MOST = 50;
    private static final int LONGEST = 50;
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    private Tags() {}

    /**
     * Returns the tags folded, each once and in order; none for null.
     *
     * @throws InvalidValue naming the tag that is blank, too long or not printable, or that there are too many
     */
    static List<String> read(String field, @Nullable List<@Nullable String> texts) {
        TreeSet<String> tags = new TreeSet<>();
        for (int i = 0; texts != null && i < texts.size(); i++) {
            tags.add(read(field + "." + i, texts.get(i)));
        }
        if (tags.size() > MOST) {
            throw new InvalidValue(field, "out-of-range", "A creator has %d tags at most.".formatted(MOST));
        }
        return List.copyOf(tags);
    }

    /**
     * Returns the tag in the form in which it is kept.
     *
     * @throws InvalidValue when it is blank, too long or not printable
     */
    public static String read(String field, @Nullable String text) {
        String line = InvalidValue.require(Texts.line(field, text, LONGEST), field);
        return InvalidValue.require(Texts.line(field, NFKC_CASEFOLD.normalize(line), LONGEST), field);
    }
}
