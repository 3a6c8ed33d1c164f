package org.shishi.core.search;

/** Which letters and pairs of letters occur in a text, in four kilobytes; now and then it takes one for another. */
final class Signature {

    private static final int BITS = 15;
    private static final int SHIFT = Integer.SIZE - BITS;

    private final long[] bits = new long[1 << BITS - 6];

    static Signature of(String text) {
        Signature signature = new Signature();
        for (int i = 0; i < text.length(); i++) {
            signature.add(one(text.charAt(i)));
            if (i > 0) {
                signature.add(pair(text.charAt(i - 1), text.charAt(i)));
            }
        }
        return signature;
    }

    /** False: the word surely does not stand in the text. */
    boolean mayContain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!has(one(word.charAt(i))) || i > 0 && !has(pair(word.charAt(i - 1), word.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    private void add(int place) {
        bits[place >> 6] |= 1L << place;
    }

    private boolean has(int place) {
        return (bits[place >> 6] & 1L << place) != 0;
    }

    private static int one(char c) {
        return c * 0x85EBCA6B >>> SHIFT;
    }

    private static int pair(char a, char b) {
        return (a * 31_321 + b) * 0x9E3779B9 >>> SHIFT;
    }
}
