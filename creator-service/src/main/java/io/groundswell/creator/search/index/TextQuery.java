package io.groundswell.creator.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody typed. There is no syntax but quotes around a phrase, so nothing can be wrong with it: every word and phrase
 * must be found somewhere, in the name, a handle, what the person writes or the brand's labels; the last word may be unfinished.
 */
final class TextQuery {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    /** A word in a name or label says more than one in a bio. */
    private static final Map<String, Float> WEIGHTS = Map.of(DocumentFields.NAME, 3f, DocumentFields.LABEL, 2f,
            DocumentFields.TEXT, 1f);
    private static final float HANDLE_SCORE = 40;
    private static final float START_SCORE = 4;
    private static final float BEGINNING_SCORE = 0.5f;
    /** Shorter beginnings of words are found in names and handles only: in bios nearly everybody has one. */
    private static final int SHORTEST_BEGINNING = 3;
    /** Only the best field counts: Lucene then skips documents whose best cannot reach the page. */
    private static final float TIE = 0;

    private TextQuery() {}

    /** Returns the query; one that matches nobody when there is no word in it. */
    static Query of(String text) {
        List<Chunk> chunks = chunks(text);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean any = false;
        for (int i = 0; i < chunks.size(); i++) {
            List<Query> ways = ways(chunks.get(i), i == chunks.size() - 1);
            if (!ways.isEmpty()) {
                any = true;
                all.add(new DisjunctionMaxQuery(ways, TIE), Occur.MUST);
            }
        }
        return any ? all.build() : new MatchNoDocsQuery("no word was asked for");
    }

    /** Returns what finds a phrase in what people say of themselves: names, handles and texts. */
    static Query phrase(String phrase) {
        List<String> terms = terms(phrase);
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery("there is no word in it");
        }
        return new DisjunctionMaxQuery(List.of(words(DocumentFields.NAME, terms), words(DocumentFields.TEXT, terms),
                new TermQuery(new Term(DocumentFields.HANDLE, SearchText.folded(phrase)))), TIE);
    }

    /** Cuts at white space and quotes; a quote that is not closed reaches to the end. */
    private static List<Chunk> chunks(String text) {
        List<Chunk> chunks = new ArrayList<>();
        String[] quoted = text.replace('“', '"').replace('”', '"').replace('„', '"').split("\"", -1);
        for (int i = 0; i < quoted.length; i++) {
            if (i % 2 == 1) {
                chunks.add(new Chunk(quoted[i], true));
            } else {
                for (String word : SPACE.split(quoted[i], -1)) {
                    chunks.add(new Chunk(word, false));
                }
            }
        }
        chunks.removeIf(chunk -> chunk.text().isBlank());
        return chunks;
    }

    private static List<Query> ways(Chunk chunk, boolean last) {
        List<String> terms = terms(chunk.text());
        if (terms.isEmpty()) {
            return List.of();
        }
        List<Query> ways = new ArrayList<>();
        WEIGHTS.forEach((field, weight) -> ways.add(new BoostQuery(words(field, terms), weight)));
        if (!chunk.phrase()) {
            String handle = SearchText.folded(withoutSign(chunk.text()));
            ways.add(scored(new TermQuery(new Term(DocumentFields.HANDLE, handle)), HANDLE_SCORE));
            if (last) {
                addBeginnings(ways, handle, terms);
            }
        }
        return ways;
    }

    private static void addBeginnings(List<Query> ways, String handle, List<String> terms) {
        ways.add(scored(SearchText.isKeptPrefix(handle)
                ? new TermQuery(new Term(DocumentFields.START, handle))
                : new PrefixQuery(new Term(DocumentFields.HANDLE, handle)), START_SCORE));
        if (terms.size() == 1 && terms.getFirst().length() >= SHORTEST_BEGINNING) {
            for (String field : List.of(DocumentFields.TEXT, DocumentFields.LABEL)) {
                ways.add(scored(new PrefixQuery(new Term(field, terms.getFirst())), BEGINNING_SCORE));
            }
        }
    }

    private static Query words(String field, List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.getFirst()))
                : new PhraseQuery(field, terms.toArray(String[]::new));
    }

    private static Query scored(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static String withoutSign(String word) {
        String stripped = word.strip();
        return stripped.startsWith("@") || stripped.startsWith("＠") ? stripped.substring(1) : stripped;
    }

    private static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = SearchText.ASKED.tokenStream(DocumentFields.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    terms.add(term.toString());
                }
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
    }

    private record Chunk(String text, boolean phrase) {}
}
