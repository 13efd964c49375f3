package chargehand.engine.network;

import java.util.Arrays;

/// A growing array of int.
public final class IntList {
    private int[] values = new int[16];
    private int size;

    public void add(int value) {
        if (size == values.length) values = Arrays.copyOf(values, size * 2);
        values[size++] = value;
    }

    public int get(int index) {
        return values[index];
    }

    /// Forgets all but the first `newSize` values.
    public void shrink(int newSize) {
        size = newSize;
    }

    public int size() {
        return size;
    }

    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
