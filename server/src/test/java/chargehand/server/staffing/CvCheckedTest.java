package chargehand.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import chargehand.server.staffing.CvChecked.Found;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which side of a CV is said to be weaker.
class CvCheckedTest {
    @Test
    void theWeakerSideMissesTheLargerShare() {
        assertEquals("management", weaker(must("management", "notFound"), must("field", "met"), must("field", "met")));
        assertEquals(
                "field", weaker(must("management", "met"), must("management", "unclear"), must("field", "notFound")));
    }

    @Test
    void noSideIsWeakerWhereBothMissTheSameShare() {
        assertNull(weaker(must("management", "met"), must("field", "met")));
        assertNull(weaker(
                must("management", "met"),
                must("management", "notFound"),
                must("field", "met"),
                must("field", "notFound")));
    }

    @Test
    void noSideIsWeakerWhereSidesAreUnknown() {
        assertNull(weaker(must(null, "notFound"), must(null, "met")));
        assertNull(weaker(must("field", "notFound"), must(null, "met")));
    }

    private static @Nullable String weaker(Found... criteria) {
        var none = CvChecked.unread("read", "");
        return new CvChecked(
                        none.state(),
                        "",
                        "software",
                        1,
                        List.of(criteria),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())
                .in(Locale.ENGLISH)
                .weaker();
    }

    private static Found must(@Nullable String side, String finding) {
        return new Found("any", true, "", null, side, finding, null);
    }
}
