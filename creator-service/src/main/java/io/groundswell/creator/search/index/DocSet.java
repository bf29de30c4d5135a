package io.groundswell.creator.search.index;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.FixedBitSet;

/** The documents of one segment that have one value, deleted ones included: whatever it is intersected with leaves them out. */
sealed interface DocSet {
    /** A set with fewer documents than one in this many takes less room as a list. */
    int SPARSE = 32;

    /** Returns how many of the documents are among these. */
    long countIn(FixedBitSet documents);

    /** Adds the documents. */
    void addTo(FixedBitSet documents);

    DocIdSetIterator iterator();

    /** Reads the set of a term. */
    static DocSet read(PostingsEnum postings, int size, int maxDoc) throws IOException {
        if (size < maxDoc / SPARSE) {
            int[] docs = new int[size];
            for (int i = 0; i < size; i++) {
                docs[i] = postings.nextDoc();
            }
            return new Few(docs);
        }
        FixedBitSet bits = new FixedBitSet(maxDoc);
        bits.or(postings);
        return new Many(bits);
    }

    /** As bits. */
    record Many(FixedBitSet bits) implements DocSet {
        @Override
        public long countIn(FixedBitSet documents) {
            return FixedBitSet.intersectionCount(bits, documents);
        }

        @Override
        public void addTo(FixedBitSet documents) {
            documents.or(bits);
        }

        @Override
        public DocIdSetIterator iterator() {
            return new BitDocIdSet(bits).iterator();
        }
    }

    /** As a list, ascending. */
    @SuppressWarnings("ArrayRecordComponent")
    record Few(int[] docs) implements DocSet {
        @Override
        public long countIn(FixedBitSet documents) {
            long count = 0;
            for (int doc : docs) {
                count += documents.get(doc) ? 1 : 0;
            }
            return count;
        }

        @Override
        public void addTo(FixedBitSet documents) {
            for (int doc : docs) {
                documents.set(doc);
            }
        }

        @Override
        public DocIdSetIterator iterator() {
            return new Listed(docs);
        }
    }

    /** Walks a list. */
    final class Listed extends DocIdSetIterator {
        private final int[] docs;
        private int at = -1;

        private Listed(int[] docs) {
            this.docs = docs;
        }

        @Override
        public int docID() {
            return at < 0 ? -1 : at < docs.length ? docs[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            int found = Arrays.binarySearch(docs, Math.min(at + 1, docs.length), docs.length, target);
            at = found < 0 ? -found - 1 : found;
            return docID();
        }

        @Override
        public long cost() {
            return docs.length;
        }
    }
}
