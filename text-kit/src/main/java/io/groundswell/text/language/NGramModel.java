package io.groundswell.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * OpenNLP's language model in a form that takes a quarter of its memory and time: for each sequence of one to three
 * characters what it adds to each language, as OpenNLP's {@code LanguageDetectorME} adds them up. A test holds the two to the
 * same answers. Safe for use by many threads at once.
 */
final class NGramModel {
    private static final int LONGEST = 3;
    private static final long HASH = 0x9E37_79B9_7F4A_7C15L;

    private final List<String> languages;
    /** Sequences by a hash, in the next free place; 0 is none. */
    private final long[] sequences;
    /** Where the weights of the sequence at this place begin. */
    private final int[] starts;
    private final byte[] counts;
    private final byte[] weighed;
    private final float[] weights;

    private NGramModel(AbstractModel model, List<String> languages) {
        this.languages = languages;
        byte[] kept = new byte[model.getNumOutcomes()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (byte) languages.indexOf(model.getOutcome(i));
        }
        Map<?, ?> contexts = (Map<?, ?>) model.getDataStructures()[1];
        sequences = new long[Integer.highestOneBit(contexts.size() * 3 / 2) * 2];
        starts = new int[sequences.length];
        counts = new byte[sequences.length];
        int size = 0;
        for (Object context : contexts.values()) {
            size += keptOf((Context) context, kept);
        }
        weighed = new byte[size];
        weights = new float[size];
        int end = 0;
        for (Map.Entry<?, ?> entry : contexts.entrySet()) {
            end = add((String) entry.getKey(), (Context) entry.getValue(), kept, end);
        }
    }

    private int add(String sequence, Context context, byte[] kept, int start) {
        int end = start;
        for (int i = 0; i < context.getOutcomes().length; i++) {
            byte language = kept[context.getOutcomes()[i]];
            if (language >= 0) {
                weighed[end] = language;
                weights[end] = (float) context.getParameters()[i];
                end++;
            }
        }
        if (end > start) {
            long key = key(sequence, 0, sequence.length());
            int place = place(key);
            sequences[place] = key;
            starts[place] = start;
            counts[place] = (byte) (end - start);
        }
        return end;
    }

    private static int keptOf(Context context, byte[] kept) {
        int count = 0;
        for (int outcome : context.getOutcomes()) {
            count += kept[outcome] >= 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * Reads a model of OpenNLP.
     *
     * @param languages which of its languages are kept, by its names
     */
    static NGramModel read(String resource, List<String> languages) {
        try (InputStream model = Objects.requireNonNull(LanguageDetectorModel.class.getResourceAsStream(resource))) {
            return new NGramModel((AbstractModel) new LanguageDetectorModel(model).getMaxentModel(), languages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The likeliest language.
     *
     * @param runnerUp how likely the second one is, in shares of the first
     */
    record Likeliest(String language, double runnerUp) {}

    Likeliest likeliest(String text) {
        double[] sums = sums(text);
        int first = 0;
        double second = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < sums.length; i++) {
            if (sums[i] > sums[first]) {
                second = sums[first];
                first = i;
            } else {
                second = Math.max(second, sums[i]);
            }
        }
        return new Likeliest(languages.get(first), Math.exp(second - sums[first]));
    }

    /** Each sequence counts once, however often it comes. */
    private double[] sums(String text) {
        String prepared = NGramText.prepare(text);
        int[] places = new int[LONGEST * prepared.length()];
        int found = 0;
        for (int start = 0; start < prepared.length(); start++) {
            for (int end = start + 1; end <= Math.min(start + LONGEST, prepared.length()); end++) {
                int place = place(key(prepared, start, end));
                if (sequences[place] != 0) {
                    places[found++] = place;
                }
            }
        }
        Arrays.sort(places, 0, found);
        double[] sums = new double[languages.size()];
        int before = -1;
        for (int i = 0; i < found; i++) {
            if (places[i] != before) {
                before = places[i];
                add(before, sums);
            }
        }
        return sums;
    }

    private void add(int place, double[] sums) {
        int start = starts[place];
        int end = start + counts[place];
        for (int i = start; i < end; i++) {
            sums[weighed[i]] += weights[i];
        }
    }

    /** Returns the characters and how many they are as one number. */
    private static long key(CharSequence text, int start, int end) {
        long key = (long) end - start;
        for (int i = start; i < end; i++) {
            key = (key << Character.SIZE) | text.charAt(i);
        }
        return key;
    }

    /** Returns where the sequence is, or the free place where it would be. */
    private int place(long sequence) {
        int mask = sequences.length - 1;
        int place = (int) ((sequence * HASH) >>> 40) & mask;
        while (sequences[place] != 0 && sequences[place] != sequence) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
