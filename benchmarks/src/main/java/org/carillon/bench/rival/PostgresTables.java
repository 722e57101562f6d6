package org.carillon.bench.rival;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.carillon.bench.fanout.Population;
import org.carillon.schemas.audience.AudienceEntry;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** The tables: subscriptions with their index, the cursor of each fan-out, and who was reached. */
final class PostgresTables {
    private static final List<String> MAKE = List.of(
            """
            CREATE TABLE subscription (
              id int PRIMARY KEY,
              purpose smallint NOT NULL,
              districts smallint[] NOT NULL,
              level smallint NOT NULL,
              topics bigint NOT NULL,
              language smallint NOT NULL,
              format smallint NOT NULL,
              contact bytea NOT NULL)""",
            // Random bytes cannot be compressed: it need not try.
            "ALTER TABLE subscription ALTER contact SET STORAGE PLAIN",
            """
            CREATE TABLE run (
              alert text NOT NULL,
              worker smallint NOT NULL,
              slice int NOT NULL,
              last_id int NOT NULL,
              PRIMARY KEY (alert, worker)) WITH (fillfactor = 50)""",
            """
            CREATE TABLE reached (
              alert text NOT NULL,
              worker smallint NOT NULL,
              slice int NOT NULL,
              batch int NOT NULL,
              language smallint NOT NULL,
              format smallint NOT NULL,
              ids int[] NOT NULL)""",
            "ALTER TABLE reached ALTER ids SET STORAGE PLAIN",
            "CREATE INDEX ON reached (alert, worker, slice)");

    private static final List<String> FINISH = List.of(
            "CREATE INDEX ON subscription USING gin (districts)", "VACUUM (ANALYZE) subscription", "CHECKPOINT");

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int COLUMNS = 8;
    private static final int INT2 = 21;
    private static final int ROOM = 512;

    private PostgresTables() {}

    /** Makes them and fills in the subscriptions by COPY in binary. */
    static void load(Connection connection, Population population) throws SQLException, IOException {
        execute(connection, MAKE);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (PGCopyOutputStream out =
                new PGCopyOutputStream(postgres, "COPY subscription FROM STDIN (FORMAT binary)", 1 << 16)) {
            out.write(SIGNATURE);
            ByteBuffer row = ByteBuffer.allocate(ROOM);
            for (int id = 0; id < population.size(); id++) {
                write(row.clear(), id, population.entry(id));
                out.write(row.array(), 0, row.position());
            }
            out.write(new byte[] {(byte) 0xff, (byte) 0xff});
        }
        connection.commit();
        connection.setAutoCommit(true);
        execute(connection, FINISH);
        connection.setAutoCommit(false);
    }

    static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private static void write(ByteBuffer row, int id, AudienceEntry entry) {
        row.putShort((short) COLUMNS).putInt(Integer.BYTES).putInt(id);
        put(row, entry.purpose());
        List<Integer> districts = entry.districts();
        // One dimension, no nulls, smallint, its length, counted from one.
        row.putInt(5 * Integer.BYTES + districts.size() * (Integer.BYTES + Short.BYTES))
                .putInt(1)
                .putInt(0)
                .putInt(INT2)
                .putInt(districts.size())
                .putInt(1);
        districts.forEach(district -> put(row, district));
        put(row, entry.level().code());
        row.putInt(Long.BYTES).putLong(entry.topics());
        put(row, entry.language());
        put(row, entry.format().code());
        byte[] contact = entry.contact().toBytes();
        row.putInt(contact.length).put(contact);
    }

    private static void put(ByteBuffer row, int small) {
        row.putInt(Short.BYTES).putShort((short) small);
    }
}
