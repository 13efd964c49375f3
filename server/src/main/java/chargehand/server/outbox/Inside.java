package chargehand.server.outbox;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Which addresses point inside: to this machine, its network, or nowhere that anybody outside could be. Whatever isn't
/// plainly outside is inside (IANA's registries of special addresses, RFC 6890).
final class Inside {
    /// Address and length of its prefix.
    private static final int[][] V4 = {
        {0, 0, 0, 0, 8}, // this network
        {10, 0, 0, 0, 8}, // private
        {100, 64, 0, 0, 10}, // behind a provider's translation
        {127, 0, 0, 0, 8}, // this machine
        {169, 254, 0, 0, 16}, // this cable, and what clouds tell their machines about themselves
        {172, 16, 0, 0, 12}, // private
        {192, 0, 0, 0, 24}, // protocols
        {192, 0, 2, 0, 24}, // examples
        {192, 88, 99, 0, 24}, // relays of old
        {192, 168, 0, 0, 16}, // private
        {198, 18, 0, 0, 15}, // measuring
        {198, 51, 100, 0, 24}, // examples
        {203, 0, 113, 0, 24}, // examples
        {224, 0, 0, 0, 3}, // to many at once, reserved, to all
    };

    private Inside() {}

    static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isInside(four.getAddress());
            case Inet6Address six -> isInside6(six.getAddress());
            default -> true;
        };
    }

    private static boolean isInside(byte[] four) {
        for (var each : V4) if (begins(four, each)) return true;
        return false;
    }

    private static boolean begins(byte[] address, int[] prefix) {
        for (int bit = 0; bit < prefix[4]; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) return false;
        }
        return true;
    }

    /// Outside is what was given out of 2000::/3, but what carries an address of version 4 within it, tunnels, or
    /// examples.
    private static boolean isInside6(byte[] six) {
        int first = word(six, 0);
        int second = word(six, 1);
        if (first == 0x64 && second == 0xff9b && isZero(six, 4, 12)) return isInside(Arrays.copyOfRange(six, 12, 16));
        if (first == 0x2002) return isInside(Arrays.copyOfRange(six, 2, 6));
        if ((first & 0xe000) != 0x2000) return true;
        return first == 0x2001 && (second < 0x200 || second == 0xdb8) || first == 0x3fff && second < 0x1000;
    }

    private static int word(byte[] six, int at) {
        return (six[2 * at] & 0xff) << 8 | six[2 * at + 1] & 0xff;
    }

    private static boolean isZero(byte[] six, int from, int to) {
        for (int i = from; i < to; i++) if (six[i] != 0) return false;
        return true;
    }

    /// As text without a name, whoever looked it up.
    static InetAddress bare(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
