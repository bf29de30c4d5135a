package io.groundswell.creator.search.index;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** What a document looks like inside the index. No text is stored: what is shown comes from the database. */
final class DocumentFields {
    static final String ID = "id";
    /** The two halves of the id, as numbers that are ordered like ids. */
    static final String ID_HIGH = "idHigh";
    static final String ID_LOW = "idLow";
    static final String NAME = "name";
    static final String HANDLE = "handle";
    static final String TEXT = "text";
    static final String LABEL = "label";
    /** Beginnings of names and handles. */
    static final String START = "start";

    /** Every segment is in the order of ids, which is that of creation: the newest are its last. */
    static final Sort SEGMENT_ORDER = new Sort(new SortField(ID_HIGH, SortField.Type.LONG),
            new SortField(ID_LOW, SortField.Type.LONG));

    private static final FieldType MEMBERS = members();

    private DocumentFields() {}

    static Document of(CreatorDocument creator) {
        Document document = new Document();
        document.add(new StringField(ID, bytes(creator.id()), Field.Store.NO));
        document.add(new NumericDocValuesField(ID_HIGH, high(creator.id())));
        document.add(new NumericDocValuesField(ID_LOW, low(creator.id())));
        Set<String> handles = new LinkedHashSet<>();
        creator.handles().forEach(handle -> handles.addAll(SearchText.handleTerms(handle)));
        addTerms(document, HANDLE, handles);
        creator.names().forEach(name -> document.add(new TextField(NAME, name, Field.Store.NO)));
        creator.texts().forEach(text -> document.add(new TextField(TEXT, text, Field.Store.NO)));
        creator.labels().forEach(label -> document.add(new TextField(LABEL, label, Field.Store.NO)));
        Set<String> starts = new LinkedHashSet<>();
        handles.forEach(term -> SearchText.addPrefixes(term, starts));
        creator.names().forEach(name -> SearchText.parts(name).forEach(part -> SearchText.addPrefixes(part, starts)));
        addTerms(document, START, starts);
        for (Dimension dimension : Dimension.values()) {
            addTerms(document, dimension.field(), creator.values(dimension));
        }
        for (Figure figure : Figure.values()) {
            document.add(new NumericDocValuesField(figure.field(), creator.figure(figure)));
            document.add(new LongPoint(figure.pointField(), creator.figure(figure)));
        }
        return document;
    }

    /** Returns the term by which a creator's document is replaced or deleted. */
    static Term key(UUID id) {
        return new Term(ID, bytes(id));
    }

    static long high(UUID id) {
        return id.getMostSignificantBits() ^ Long.MIN_VALUE;
    }

    static long low(UUID id) {
        return id.getLeastSignificantBits() ^ Long.MIN_VALUE;
    }

    static UUID id(long high, long low) {
        return new UUID(high ^ Long.MIN_VALUE, low ^ Long.MIN_VALUE);
    }

    private static void addTerms(Document document, String field, Collection<String> terms) {
        if (!terms.isEmpty()) {
            document.add(new Field(field, new TermStream(terms), MEMBERS));
        }
    }

    private static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(2 * Long.BYTES).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array());
    }

    /** Whether a document has a term, and nothing more. */
    private static FieldType members() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
