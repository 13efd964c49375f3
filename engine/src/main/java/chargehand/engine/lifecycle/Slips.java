package chargehand.engine.lifecycle;

/// How many slips lie between two words: a letter too many, too few, wrong, or two in the wrong order.
///
/// The restricted edit distance of Damerau (1964).
final class Slips {
    private Slips() {}

    static int between(String one, String other) {
        var counts = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) counts[i][0] = i;
        for (int j = 0; j <= other.length(); j++) counts[0][j] = j;
        for (int i = 1; i <= one.length(); i++)
            for (int j = 1; j <= other.length(); j++) {
                int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                counts[i][j] = Math.min(counts[i - 1][j - 1] + wrong, Math.min(counts[i - 1][j], counts[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1))
                    counts[i][j] = Math.min(counts[i][j], counts[i - 2][j - 2] + 1);
            }
        return counts[one.length()][other.length()];
    }
}
