package chargehand.engine.levelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nodes 0, 1, 2 … are in that order; a table says when each could begin.
class TurnsTest {
    @Test
    void strictlyInOrderWhateverThatCosts() {
        assertEquals(List.of(0, 1, 2), turns(Generation.IN_ORDER, 90, 0, 50));
    }

    @Test
    void whoBeginsEarlierByEnoughForEachThatItPassesGoesBefore() {
        assertEquals(List.of(0, 2, 1), turns(10, 20, 20, 0), "20 earlier is enough to pass one");
        assertEquals(List.of(2, 0, 1), turns(10, 21, 21, 0), "21 earlier is enough for two");
    }

    @Test
    void withoutAPriceTheEarliestGoesFirstAndEqualsInOrder() {
        assertEquals(List.of(1, 3, 2, 0), turns(0, 30, 10, 20, 10));
    }

    @Test
    void noMoreThanEightAreLookedAt() {
        assertEquals(0, turns(0, 9, 9, 9, 9, 9, 9, 9, 9, 0).getFirst());
        assertEquals(7, turns(0, 9, 9, 9, 9, 9, 9, 9, 0, 9).getFirst());
    }

    @Test
    void noTaskPassesOneOfAHigherPriority() {
        var turns = new Turns(new int[] {1, 0});
        assertEquals(List.of(0, 1), taken(turns, 0, new int[] {90, 0}, List.of(0, 1)));
    }

    @Test
    void whoIsReadyLaterButFirstInOrderComesToTheFront() {
        var turns = new Turns(new int[10]);
        turns.start(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 5);
        for (int node = 1; node < 10; node++) turns.add(node);
        var probe = new Table(new int[10]);
        assertEquals(1, turns.next(probe));
        turns.add(0);
        assertEquals(0, turns.next(probe));
    }

    @Test
    void whatIsTouchedIsProbedAgain() {
        var turns = new Turns(new int[3]);
        turns.start(new int[] {0, 1, 2}, 0);
        for (int node = 0; node < 3; node++) turns.add(node);
        var moments = new int[] {0, 1, 2};
        var probe = new Table(moments);
        assertEquals(0, turns.next(probe));
        moments[1] = 5;
        assertEquals(2, turns.next(probe), "1 has to give way now");
    }

    private static List<Integer> turns(double minutes, int... moments) {
        var nodes = new ArrayList<Integer>();
        for (int node = 0; node < moments.length; node++) nodes.add(node);
        return taken(new Turns(new int[moments.length]), minutes, moments, nodes);
    }

    private static List<Integer> taken(Turns turns, double minutes, int[] moments, List<Integer> nodes) {
        var key = new int[moments.length];
        for (int node = 0; node < key.length; node++) key[node] = node;
        turns.start(key, minutes);
        nodes.forEach(turns::add);
        var taken = new ArrayList<Integer>();
        while (!turns.isEmpty()) taken.add(turns.next(new Table(moments)));
        return taken;
    }

    private record Table(int[] moments) implements Turns.Probe {
        @Override
        public int moment(int node, boolean again) {
            return moments[node];
        }

        @Override
        public boolean isApart(int node, int placed) {
            return false;
        }
    }
}
