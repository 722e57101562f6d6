package org.carillon.bench.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes bytes between clients and a port of this machine until it is told to cut them off in the middle of a word. */
final class Wire implements AutoCloseable {
    private static final int BYTES = 64 * 1024;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Wire(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static Wire to(int target) throws IOException {
        Wire wire = new Wire(new ServerSocket(0, 256, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().name("wire").start(wire::accept);
        return wire;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Closes all that is open. */
    void cut() {
        open.forEach(Wire::end);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // Closed, or a client that has gone again.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            open.add(client);
            open.add(broker);
            Thread.ofVirtual().start(() -> pass(client, broker));
            pass(broker, client);
        } catch (IOException e) {
            end(client);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Cut, by us or by one of them.
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // It has ended already.
        }
        cut();
    }
}
