package io.groundswell.creator.search.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;

import com.ibm.icu.text.Transliterator;

/**
 * How text becomes terms, the same for what is written and what is asked. Words are found by UAX #29 and, for Thai, Lao, Khmer
 * and Burmese, by dictionary; case, accents, width and similar differences are folded by UTR #30; traditional characters are
 * read as simplified ones. Chinese, Japanese and Korean are cut into pairs of characters, because a dictionary's words are often
 * not those that people ask for.
 */
final class SearchText {
    /** Cuts off what is no word: the index refuses terms of more than 32 KB. */
    private static final int LONGEST_TERM = 64;
    private static final int LONGEST_PREFIX = 12;
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** For documents: single characters besides pairs, so that one character finds as well. */
    static final Analyzer WRITTEN = new Terms(true);
    /** For questions: pairs only, and a single character where it stands alone. */
    static final Analyzer ASKED = new Terms(false);

    private SearchText() {}

    /** Returns text without differences of case, accents and width, and with simplified characters. */
    static String folded(String text) {
        String folded = SIMPLIFIED.transliterate(ICUFoldingFilter.NORMALIZER.normalize(text)).strip();
        return folded.length() > LONGEST_TERM ? folded.substring(0, LONGEST_TERM) : folded;
    }

    /** Returns the folded handle and, when it has several, the parts it is made of. */
    static Set<String> handleTerms(String handle) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(folded(handle));
        terms.addAll(parts(handle.indexOf('@') < 0 ? handle : handle.substring(0, handle.indexOf('@'))));
        return terms;
    }

    /** Returns the folded words of a name. */
    static List<String> parts(String name) {
        return BETWEEN_PARTS.splitAsStream(folded(name)).filter(part -> !part.isEmpty()).toList();
    }

    /** Adds every beginning of the term by which it can be found while somebody is still typing. */
    static void addPrefixes(String term, Set<String> prefixes) {
        int end = 0;
        for (int length = 1; length <= LONGEST_PREFIX && end < term.length(); length++) {
            end = term.offsetByCodePoints(end, 1);
            prefixes.add(term.substring(0, end));
        }
    }

    /** Tells whether the beginning is one of those that {@link #addPrefixes} adds. */
    static boolean isKeptPrefix(String folded) {
        return folded.codePointCount(0, folded.length()) <= LONGEST_PREFIX;
    }

    private static final class Terms extends Analyzer {
        private final boolean singles;

        Terms(boolean singles) {
            this.singles = singles;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
            TokenStream terms = new ICUFoldingFilter(words);
            terms = new ICUTransformFilter(terms, SIMPLIFIED);
            terms = new CJKBigramFilter(terms, CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA
                    | CJKBigramFilter.HANGUL, singles);
            return new TokenStreamComponents(words, new TruncateTokenFilter(terms, LONGEST_TERM));
        }
    }
}
