package chargehand.server.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// The names of the tasks that a programme writes.
class StepWordsTest {
    @Test
    void wordsAreCompleteInBothLanguages() {
        assertEquals(StepWords.in("en").keys(), StepWords.in("de").keys());
        assertEquals("Replace web", StepWords.in("fr").say("replace", "name", "web"));
    }
}
