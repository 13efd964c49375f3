package chargehand.engine.levelling;

import java.util.Arrays;

/// Nodes that can go next: the highest priority first, then the smallest key, then the lowest number. A
/// binary heap.
final class NodeHeap {
    private final int[] priority;
    private int[] key = {};
    private int[] heap = new int[64];
    private int size;

    NodeHeap(int[] priority) {
        this.priority = priority;
    }

    void start(int[] keys) {
        key = keys;
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int node) {
        if (size == heap.length) heap = Arrays.copyOf(heap, size * 2);
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >>> 1;
            if (!isBefore(node, heap[above])) break;
            heap[at] = heap[above];
            at = above;
        }
        heap[at] = node;
    }

    int remove() {
        int first = heap[0];
        int last = heap[--size];
        int at = 0;
        while (true) {
            int below = 2 * at + 1;
            if (below >= size) break;
            if (below + 1 < size && isBefore(heap[below + 1], heap[below])) below++;
            if (!isBefore(heap[below], last)) break;
            heap[at] = heap[below];
            at = below;
        }
        heap[at] = last;
        return first;
    }

    /// Whether the first of the heap, which is not empty, comes before another.
    boolean goesBefore(int node) {
        return isBefore(heap[0], node);
    }

    boolean isBefore(int a, int b) {
        if (priority[a] != priority[b]) return priority[a] > priority[b];
        if (key[a] != key[b]) return key[a] < key[b];
        return a < b;
    }
}
