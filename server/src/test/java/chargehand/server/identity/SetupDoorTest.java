package chargehand.server.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chargehand.server.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SetupDoorTest {
    private static void from(String address, String token, @Nullable String shown) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        new SetupDoor(token).check(shown, request);
    }

    private static void refused(String address, String token, @Nullable String shown) {
        var problem = assertThrows(Problem.class, () -> from(address, token, shown));
        assertEquals("setup-token-missing", problem.code());
        assertEquals(403, problem.status());
    }

    @Test
    void aServerThatListensForOthersTakesItsTokenAndNothingElse() {
        assertDoesNotThrow(() -> from("192.0.2.7", "printed", "printed"));
        refused("192.0.2.7", "printed", null);
        refused("192.0.2.7", "printed", "guessed");
        refused("127.0.0.1", "printed", "");
    }

    @Test
    void aServerOfOneMachineIsSetUpFromThereAlone() {
        assertDoesNotThrow(() -> from("127.0.0.1", "", null));
        assertDoesNotThrow(() -> from("0:0:0:0:0:0:0:1", "", null));
        refused("192.0.2.7", "", null);
        refused("192.0.2.7", "", "");
    }
}
