package chargehand.server.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chargehand.engine.plan.Booking;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID MINE = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final UUID THIRD = new UUID(2, 3);

    @Test
    void mergesWhatTouchesAndSaysNothingOfWhoseItIs() {
        var others = others(claim(OTHER, false, 8, 10, 100), claim(THIRD, false, 10, 12, 100));

        assertEquals(List.of("8-12 100"), others);
    }

    @Test
    void addsUpAndNeverTakesMoreThanAPersonHas() {
        var others = others(claim(OTHER, false, 8, 12, 50), claim(THIRD, false, 10, 14, 80));

        assertEquals(List.of("8-10 50", "10-12 100", "12-14 80"), others);
    }

    @Test
    void countsTimeThatWasGrantedAndIsUsedOnce() {
        var others = others(claim(OTHER, true, 8, 16, 50), claim(OTHER, false, 10, 12, 50));

        assertEquals(List.of("8-16 50"), others);
    }

    @Test
    void leavesOthersOnlyWhatWasNotGrantedToThisProject() {
        var others = others(claim(MINE, true, 8, 12, 60), claim(OTHER, false, 6, 14, 100));

        assertEquals(List.of("6-8 100", "8-12 40", "12-14 100"), others);
    }

    private static Claim claim(UUID project, boolean granted, int from, int to, int units) {
        return new Claim(ADA, project, granted, hour(from), hour(to), units, 100);
    }

    private static List<String> others(Claim... claims) {
        return Claims.othersThan(MINE, Arrays.asList(claims)).stream()
                .map(ClaimsTest::text)
                .toList();
    }

    private static String text(Booking each) {
        return "%d-%d %d"
                .formatted(
                        each.fromInclusive().getEpochSecond() / 3600,
                        each.toExclusive().getEpochSecond() / 3600,
                        each.units());
    }

    private static Instant hour(int hour) {
        return Instant.ofEpochSecond(hour * 3600L);
    }
}
