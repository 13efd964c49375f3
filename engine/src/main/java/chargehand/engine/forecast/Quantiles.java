package chargehand.engine.forecast;

/// Puts just those values of an array into their sorted places that are asked for (Hoare's selection, 1961): a third
/// of the work of sorting.
final class Quantiles {
    private Quantiles() {}

    /// Where the first value stands that at least the share `p` of a sorted array does not exceed.
    static int place(int length, double p) {
        return Math.max(0, (int) Math.ceil(p * length) - 1);
    }

    /// Afterwards `values[place(length, p)]` is right for each of `shares`, which must rise.
    static void order(int[] values, double[] shares) {
        int from = 0;
        for (double share : shares) {
            int place = place(values.length, share);
            if (place < from) continue;
            select(values, from, values.length - 1, place);
            from = place + 1;
        }
    }

    private static void select(int[] values, int first, int last, int place) {
        int low = first;
        int high = last;
        while (low < high) {
            int pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int k = high;
            while (i <= k) {
                while (values[i] < pivot) i++;
                while (values[k] > pivot) k--;
                if (i > k) break;
                int kept = values[i];
                values[i++] = values[k];
                values[k--] = kept;
            }
            if (place <= k) high = k;
            else if (place >= i) low = i;
            else return;
        }
    }

    private static int middle(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
