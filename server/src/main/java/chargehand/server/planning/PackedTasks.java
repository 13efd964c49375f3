package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingDuration;
import chargehand.engine.time.WorkingTable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Scheduled tasks in as few bytes as is simple: where moved tasks were, what a baseline froze. Float is not kept.
final class PackedTasks {
    private static final int BUFFER = 8_192;

    private PackedTasks() {}

    static byte[] pack(List<ScheduledTask> tasks) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        // A buffer between: each of a hundred thousand small writes would else be a call of the native compressor.
        try (var out =
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater), BUFFER))) {
            out.writeInt(tasks.size());
            var resources = new HashMap<ResourceId, Integer>();
            for (var task : tasks) write(task, resources, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void write(ScheduledTask task, HashMap<ResourceId, Integer> resources, DataOutputStream out)
            throws IOException {
        out.writeUTF(task.task().value());
        int start = WorkingTable.minute(task.start());
        out.writeInt(start);
        out.writeInt(WorkingTable.minute(task.finish()) - start);
        out.writeShort(task.assignments().size());
        for (var each : task.assignments()) {
            int number = resources.getOrDefault(each.resource(), -1);
            out.writeInt(number);
            if (number < 0) {
                resources.put(each.resource(), resources.size());
                out.writeUTF(each.resource().value());
            }
            out.writeInt(each.units());
            out.writeInt(WorkingTable.minute(each.start()) - start);
            out.writeInt(WorkingTable.minute(each.finish()) - start);
        }
    }

    static List<ScheduledTask> unpack(byte[] bytes) {
        try (var in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)), BUFFER))) {
            int count = in.readInt();
            var tasks = new ArrayList<ScheduledTask>(count);
            var resources = new ArrayList<ResourceId>();
            for (int i = 0; i < count; i++) tasks.add(read(in, resources));
            return tasks;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static ScheduledTask read(DataInputStream in, List<ResourceId> resources) throws IOException {
        var id = new TaskId(in.readUTF());
        int start = in.readInt();
        int finish = start + in.readInt();
        int count = in.readShort();
        var assignments = new ArrayList<ScheduledAssignment>(count);
        for (int i = 0; i < count; i++) {
            int number = in.readInt();
            if (number < 0) {
                number = resources.size();
                resources.add(new ResourceId(in.readUTF()));
            }
            assignments.add(new ScheduledAssignment(
                    resources.get(number),
                    in.readInt(),
                    WorkingTable.instant(start + in.readInt()),
                    WorkingTable.instant(start + in.readInt())));
        }
        return new ScheduledTask(
                id,
                WorkingTable.instant(start),
                WorkingTable.instant(finish),
                assignments,
                WorkingDuration.NONE,
                false);
    }
}
