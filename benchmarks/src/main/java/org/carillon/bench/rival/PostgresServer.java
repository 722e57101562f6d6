package org.carillon.bench.rival;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's PostgreSQL with a cluster of its own in a folder of the benchmark; it ends when whoever started it ends. */
final class PostgresServer implements AutoCloseable {
    /** Why there is none, where there is none. */
    static final String ABSENT = "no PostgreSQL in /usr/lib/postgresql; `sudo apt install postgresql` brings it";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "bench";

    /** It refuses to run as root; this is the user that Debian's package makes. */
    private static final String UNPRIVILEGED = "postgres";

    /** Waits for the end of its input, which is the end of this process whatever ends it. */
    private static final String UNTIL_INPUT_ENDS = "\"$@\" & child=$!; cat >/dev/null; kill -INT $child; wait $child";

    private final Process process;
    private final int port;
    private final String password;

    private PostgresServer(Process process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** The programs of the newest version that is installed. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    /** Makes a cluster in a new folder and starts it with these settings. */
    static PostgresServer start(Path programs, Path folder, List<String> settings)
            throws IOException, InterruptedException {
        own(Files.createDirectories(folder));
        String password = UUID.randomUUID().toString();
        Path secret = folder.resolve("password");
        Files.writeString(secret, password);
        own(secret);
        Path data = folder.resolve("data");
        Path log = folder.resolve("postgres.log");
        finish(
                new ProcessBuilder(command(
                                programs.resolve("initdb").toString(),
                                "--pgdata=" + data,
                                "--username=" + USER,
                                "--pwfile=" + secret,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--no-locale",
                                "--no-sync"))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
        int port = freePort();
        List<String> server = new ArrayList<>(List.of("sh", "-c", UNTIL_INPUT_ENDS, "sh"));
        server.addAll(command(
                programs.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
        settings.forEach(setting -> server.addAll(List.of("-c", setting)));
        Process process = new ProcessBuilder(server)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        PostgresServer started = new PostgresServer(process, port, password);
        started.awaitAnswer(log);
        return started;
    }

    /** A connection that commits when it is told to. */
    Connection connect() throws SQLException {
        Properties props = new Properties();
        props.setProperty("user", USER);
        props.setProperty("password", password);
        props.setProperty("reWriteBatchedInserts", "true");
        // Binary from the first execution on: a contact in text is twice its bytes.
        props.setProperty("prepareThreshold", "-1");
        Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", props);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Processor time of all its processes that still live. */
    long cpuNanos() {
        return process.descendants()
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = connect()) {
                connection.commit();
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                    close();
                    throw new IOException("PostgreSQL did not start: " + Files.readString(log), e);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static void finish(Process process, Path log) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("initdb failed: " + Files.readString(log));
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> command(String... command) {
        List<String> all = new ArrayList<>();
        if (root()) {
            all.addAll(
                    List.of("setpriv", "--reuid=" + UNPRIVILEGED, "--regid=" + UNPRIVILEGED, "--clear-groups", "--"));
        }
        all.addAll(List.of(command));
        return all;
    }

    /** Gives it to the unprivileged user, who may also pass the folder of the benchmark, though not look into it. */
    private static void own(Path path) throws IOException {
        if (root()) {
            UserPrincipal user =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED);
            Files.setOwner(path, user);
            Path parent = path.getParent();
            if (parent != null && Files.getOwner(parent).getName().equals("root")) {
                Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
