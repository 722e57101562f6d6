package org.carillon.simulator.account;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The account in the data folder, so that a restart has the same credentials and number. */
public final class AccountFile {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path path;

    /** For the account of this data folder. */
    public AccountFile(Path folder) {
        this.path = folder.resolve("account.json");
    }

    /** What an earlier start left. */
    public Optional<Account> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(path), Account.class));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            // Without the cause: its text would quote the token.
            throw new IOException(path + " is not a readable account file");
        }
    }

    /** Keeps the account; on disk when it returns. */
    public void write(Account account) throws IOException {
        PrivateFiles.replace(path, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(account));
    }
}
