package org.carillon.bench.rival;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.carillon.schemas.alert.AlertId;
import org.postgresql.PGConnection;

/** The cursor of one worker's fan-out and who was reached: a row for each batch, written in one statement for each slice. */
final class ReachedBook implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private int slice;

    /** Begins at no slice. */
    ReachedBook(Connection connection, AlertId alertId, int worker) throws SQLException {
        this.connection = connection;
        try (PreparedStatement begin = connection.prepareStatement("INSERT INTO run VALUES (?, ?, 0, -1)")) {
            begin.setString(1, alertId.value());
            begin.setInt(2, worker);
            begin.executeUpdate();
        }
        this.insert = connection.prepareStatement("INSERT INTO reached VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.setString(1, alertId.value());
        insert.setInt(2, worker);
        this.update =
                connection.prepareStatement("UPDATE run SET slice = ?, last_id = ? WHERE alert = ? AND worker = ?");
        update.setString(3, alertId.value());
        update.setInt(4, worker);
    }

    /** Notes the recipients of a batch of the slice at hand. */
    void add(int batch, int language, int format, int[] ids) throws SQLException {
        insert.setInt(3, slice + 1);
        insert.setInt(4, batch);
        insert.setInt(5, language);
        insert.setInt(6, format);
        insert.setArray(7, connection.unwrap(PGConnection.class).createArrayOf("int4", ids));
        insert.addBatch();
    }

    /** Ends the slice; its number. */
    int commit(int lastId) throws SQLException {
        insert.executeBatch();
        update.setInt(1, ++slice);
        update.setInt(2, lastId);
        update.executeUpdate();
        connection.commit();
        return slice;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        update.close();
    }
}
