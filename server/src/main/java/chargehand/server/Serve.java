package chargehand.server;

import chargehand.postgres.CannotStart;
import chargehand.postgres.CannotStart.Code;
import chargehand.postgres.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the database, then the server on it; ends both in the opposite order when the process is told to end.
final class Serve {
    private final ServeOptions options;
    private final PrintStream out;
    private final String setupToken;

    Serve(ServeOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        setupToken = setupToken(options.host());
    }

    /// None on the machine's own interface; nobody else gets there.
    private static String setupToken(String host) {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) return "";
        } catch (UnknownHostException said) {
            // By tryPort.
            return "";
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Returns only when something keeps the server from going on.
    void run() {
        long begun = System.nanoTime();
        tryPort();
        var database = Database.open(options.data(), System.getenv(Database.URL_VARIABLE));
        var ending = new Ending(database);
        Runtime.getRuntime().addShutdownHook(new Thread(ending, "ending"));
        new Migrations().refuseNewer(database.access());
        var context = start(database, ending, options.port());
        var address = address(context);
        database.announce(address);
        new Welcome(address, database.folder().top(), options.demo(), setupToken, out).say(System.nanoTime() - begun);
        if (options.rehearse()) {
            new Rehearsal(address, database.folder().top()).play();
            System.exit(0);
        }
        watch(database, ending, address.getPort());
    }

    /// A restored backup is another world: everything that is remembered of the old one goes, with the connections of
    /// all browsers, which come back by themselves. Never returns; this thread keeps the process alive meanwhile.
    private void watch(Database database, Ending ending, int port) {
        Runnable beginAnew = () -> {
            out.println("A backup was restored; the server begins anew on it.");
            ending.closeServer();
            start(database, ending, port);
        };
        new RestoreWatch(database.access(), beginAnew).run();
    }

    private ConfigurableApplicationContext start(Database database, Ending ending, int port) {
        var application = new SpringApplication(Chargehand.class);
        application.setMainApplicationClass(Chargehand.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            ending.server = context;
            context.getBeanFactory().registerSingleton("database", database);
        });
        try {
            return application.run(settings(database, port));
        } catch (RuntimeException e) {
            throw why(e);
        }
    }

    private RuntimeException why(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) return known;
            if (cause instanceof PortInUseException) return notBound("in use", failed);
        }
        return failed;
    }

    /// As arguments, since those outrank all other places.
    private String[] settings(Database database, int port) {
        var access = database.access();
        var folder = database.folder().top();
        return new String[] {
            "--server.address=" + options.host(),
            "--server.port=" + port,
            "--spring.datasource.url=" + access.jdbcUrl(),
            "--spring.datasource.username=" + access.user(),
            "--spring.datasource.password=" + access.password(),
            "--chargehand.data=" + folder,
            "--chargehand.demo=" + options.demo(),
            "--chargehand.setup-token=" + setupToken,
            "--logging.file.name=" + folder.resolve("server.log"),
            "--logging.threshold.console=warn"
        };
    }

    /// Before anything is started, so that nothing has to be undone.
    private void tryPort() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.host()), options.port()));
        } catch (UnknownHostException e) {
            throw new CannotStart(
                    Code.ADDRESS_NOT_USABLE,
                    "There is no host %s.".formatted(options.host()),
                    "Name an address of this machine with --host: 127.0.0.1 for itself alone, 0.0.0.0 for all networks.",
                    e);
        } catch (IOException e) {
            throw notBound(String.valueOf(e.getMessage()), e);
        }
    }

    private CannotStart notBound(String why, Exception e) {
        if (why.contains("in use"))
            return new CannotStart(
                    Code.PORT_TAKEN,
                    "Port %d on %s is taken by another program.".formatted(options.port(), options.host()),
                    "Stop that program, or choose another port with --port; --port 0 takes any that is free.",
                    e);
        return new CannotStart(
                Code.ADDRESS_NOT_USABLE,
                "The address %s with port %d can't be used: %s.".formatted(options.host(), options.port(), why),
                "Name an address of this machine with --host, and a port from 1024 with --port.",
                e);
    }

    private URI address(ConfigurableApplicationContext context) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var host = options.host().equals("0.0.0.0") || options.host().equals("::") ? "localhost" : options.host();
        return URI.create("http://%s:%s".formatted(host.contains(":") ? "[" + host + "]" : host, port));
    }

    /// The server first, then its database.
    private static final class Ending implements Runnable {
        private final Database database;
        private volatile @Nullable ConfigurableApplicationContext server;

        private Ending(Database database) {
            this.database = database;
        }

        @Override
        public void run() {
            closeServer();
            database.close();
        }

        private void closeServer() {
            var running = server;
            if (running != null) running.close();
        }
    }
}
