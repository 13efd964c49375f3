package chargehand.bench.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// A mail server that only counts: a mail is taken when its last dot was read (RFC 5321, 4.1.1.4), before that is said.
final class Postbox implements AutoCloseable {
    /// Between taking a mail and saying so; the longer, the more often a kill falls into it.
    private static final int SLOWEST_ANSWER_MS = 30;

    private final ServerSocket socket;
    private final Pattern token;
    private final Map<String, List<String>> taken = new HashMap<>();
    private boolean open = true;
    private long first;
    private long last;

    /// @param token what names a mail in its text
    Postbox(int port, Pattern token) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.token = token;
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!socket.isClosed())
            try {
                var line = socket.accept();
                Thread.ofVirtual().start(() -> serve(line));
            } catch (IOException closed) {
                return;
            }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var out = socket.getOutputStream();
            say(out, "220 here");
            for (var said = in.readLine(); said != null; said = in.readLine()) {
                if (said.startsWith("MAIL")) awaitOpen();
                if (said.equals("DATA")) {
                    say(out, "354 go on");
                    if (!take(in)) return;
                    Thread.sleep(ThreadLocalRandom.current().nextInt(SLOWEST_ANSWER_MS + 1));
                    say(out, "250 taken");
                } else say(out, said.equals("QUIT") ? "221 bye" : "250 fine");
            }
        } catch (IOException | InterruptedException gone) {
            // The other side was killed.
        }
    }

    private synchronized void awaitOpen() throws InterruptedException {
        while (!open) wait();
    }

    /// Whoever comes waits until it is open again.
    synchronized void open(boolean open) {
        this.open = open;
        notifyAll();
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// @return false if it ended before its dot
    private boolean take(BufferedReader in) throws IOException {
        var id = "";
        var found = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                keep(found, id);
                return true;
            }
            if (line.startsWith("Message-ID:")) id = line;
            var matcher = token.matcher(line);
            if (matcher.find()) found = matcher.group();
        }
        return false;
    }

    private synchronized void keep(String found, String id) {
        last = System.nanoTime();
        if (taken.isEmpty()) first = last;
        if (!found.isEmpty())
            taken.computeIfAbsent(found, _ -> new ArrayList<>()).add(id);
    }

    /// How often each was taken.
    synchronized Map<String, Integer> counts() {
        var counts = new HashMap<String, Integer>();
        taken.forEach((name, ids) -> counts.put(name, ids.size()));
        return counts;
    }

    /// From the first to the last.
    synchronized long perMinute() {
        return taken.size() < 2 ? 0 : Math.round((taken.size() - 1) * 60e9 / (last - first));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
