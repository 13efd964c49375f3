package chargehand.server.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AwaitedTest {
    @Test
    void whoAsksForTheSameMeanwhileWaitsForIt() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var times = new AtomicInteger();
        var virtual = new AtomicReference<Boolean>();
        Supplier<String> work = () -> {
            times.incrementAndGet();
            virtual.set(Thread.currentThread().isVirtual());
            begun.countDown();
            uninterrupted(goOn);
            return "forecast";
        };
        try (var awaited = new Awaited<String, String>("test")) {
            var first = new AtomicReference<String>();
            var second = new AtomicReference<String>();
            var one = Thread.startVirtualThread(() -> first.set(awaited.get("a", work)));
            begun.await();
            var other = Thread.startVirtualThread(() -> second.set(awaited.get("a", work)));
            while (other.getState() != Thread.State.WAITING) Thread.onSpinWait();
            goOn.countDown();
            one.join();
            other.join();
            assertThat(first).hasValue("forecast");
            assertThat(second).hasValue("forecast");
        }
        assertThat(times).hasValue(1);
        assertThat(virtual).hasValue(false);
    }

    @Test
    void whatFailedIsToldAndWorkedOutAnewWhenAskedAgain() {
        try (var awaited = new Awaited<String, String>("test")) {
            assertThatThrownBy(() -> awaited.get("a", () -> {
                        throw Problem.notFound();
                    }))
                    .isInstanceOf(Problem.class);
            assertThat(awaited.get("a", () -> "now")).isEqualTo("now");
        }
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
