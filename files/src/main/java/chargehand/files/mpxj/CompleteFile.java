package chargehand.files.mpxj;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Whether a file is all there, for the formats whose readers take what they find and say nothing of the
/// rest.
final class CompleteFile {
    private static final int HEADER = 512;
    private static final int FIRST_SECTORS_IN_HEADER = 109;
    private static final int FREE = -1;

    private CompleteFile() {}

    /// A compound file (OLE 2) is a header and whole sectors, and a table in it says which sectors are in
    /// use.
    static boolean compound(byte[] bytes) {
        if (bytes.length < HEADER) return false;
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int sector = 1 << file.getShort(30);
        if (sector != 512 && sector != 4096 || bytes.length % sector != 0) return false;
        int sectors = bytes.length / sector - 1;
        var tables = tables(file, sector, sectors);
        return !tables.isEmpty() && lastInUse(file, sector, tables) < sectors;
    }

    /// An export of Primavera ends with the line `%E`.
    static boolean xer(byte[] bytes) {
        var end = new String(bytes, Math.max(0, bytes.length - 64), Math.min(64, bytes.length), StandardCharsets.UTF_8);
        return end.replace("\0", "").stripTrailing().endsWith("%E");
    }

    /// Where the parts of the table of sectors are; empty if one of them is missing.
    private static List<Integer> tables(ByteBuffer file, int sector, int sectors) {
        var tables = new ArrayList<Integer>();
        for (int i = 0; i < FIRST_SECTORS_IN_HEADER; i++) add(tables, file.getInt(76 + 4 * i));
        var seen = new HashSet<Integer>();
        for (int more = file.getInt(68); more >= 0; more = file.getInt((more + 2) * sector - 4)) {
            if (more >= sectors || !seen.add(more)) return List.of();
            for (int at = 0; at < sector - 4; at += 4) add(tables, file.getInt((more + 1) * sector + at));
        }
        return tables.stream().allMatch(each -> each < sectors) ? tables : List.of();
    }

    private static void add(List<Integer> tables, int table) {
        if (table >= 0) tables.add(table);
    }

    private static int lastInUse(ByteBuffer file, int sector, List<Integer> tables) {
        int entries = sector / 4;
        for (int part = tables.size() - 1; part >= 0; part--) {
            int begin = (tables.get(part) + 1) * sector;
            for (int entry = entries - 1; entry >= 0; entry--)
                if (file.getInt(begin + 4 * entry) != FREE) return part * entries + entry;
        }
        return FREE;
    }
}
