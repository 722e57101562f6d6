package org.carillon.hub.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.carillon.hub.accounts.Accounts;
import org.carillon.hub.config.HubConfig;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Sender;
import org.carillon.schemas.city.Station;
import org.jspecify.annotations.Nullable;

/** Gives a hub the demo's accounts and describes it in {@link DemoFile}. Secrets of an earlier run stay as they were. */
public final class DemoSetup {
    private static final SequencedMap<String, Set<Role>> OFFICERS = officers();

    private final HubConfig config;
    private final CityPack pack;
    private final Accounts accounts;
    private final Optional<DemoFile> before;

    public DemoSetup(HubConfig config, CityPack pack, Accounts accounts) {
        this.config = config;
        this.pack = pack;
        this.accounts = accounts;
        this.before = DemoFile.read(config.data());
    }

    /** Writes the accounts to Kafka and the description to the data folder. */
    public DemoFile apply(
            DemoFile.Twilio twilio, String hubNumber, String simulatorUrl, String baseUrl, String managementUrl) {
        Map<String, DemoFile.Officer> officers = new LinkedHashMap<>();
        OFFICERS.forEach((user, roles) -> {
            officers.put(user, officer(user, roles));
        });
        DemoFile file = new DemoFile(
                baseUrl,
                managementUrl,
                simulatorUrl,
                hubNumber,
                twilio,
                baseUrl,
                officers,
                stations(),
                pack.languageCodes(),
                areas(),
                pack.purposes().getFirst().id().value(),
                pack.topicCodes(),
                pack.emergencyNumber(),
                config.keys().toString());
        file.write(config.data());
        return file;
    }

    /** What stands in Kafka already is the same account: written once, not at every start. */
    private DemoFile.Officer officer(String user, Set<Role> roles) {
        Optional<DemoFile.Officer> known = before.map(file -> file.officers().get(user));
        if (known.isPresent()) {
            return known.get();
        }
        Accounts.Credentials credentials = accounts.newCredentials(user);
        @Nullable String secret = accounts.writeWithApp(credentials, "Demo " + user, roles, sender(user))
                .orElse(null);
        return new DemoFile.Officer(credentials.user(), credentials.password(), credentials.token(), secret);
    }

    private String sender(String user) {
        List<Sender> senders = pack.senders().stream().filter(Sender::isAllowed).toList();
        if (senders.isEmpty()) {
            return user + "@" + pack.id() + ".example";
        }
        return senders.getFirst().id();
    }

    private List<DemoFile.StationKey> stations() {
        Map<String, String> known = new LinkedHashMap<>();
        before.ifPresent(file -> file.stations().forEach(s -> known.put(s.id(), s.key())));
        List<DemoFile.StationKey> stations = new ArrayList<>();
        for (Station station : pack.stations()) {
            String key = known.get(station.id());
            if (key == null) {
                key = accounts.newCredentials(station.id()).token();
                accounts.write(station, key);
            }
            stations.add(new DemoFile.StationKey(station.id(), key, station.languages(), station.districts()));
        }
        return stations;
    }

    private List<DemoFile.Area> areas() {
        return pack.districts().stream()
                .map(district -> new DemoFile.Area(
                        district.code(),
                        district.names().texts(),
                        district.aliases().values().stream()
                                .flatMap(List::stream)
                                .toList(),
                        district.postcodes()))
                .toList();
    }

    private static SequencedMap<String, Set<Role>> officers() {
        SequencedMap<String, Set<Role>> officers = new LinkedHashMap<>();
        officers.put("author", Set.of(Role.AUTHOR));
        officers.put("approver", Set.of(Role.APPROVER));
        officers.put("admin", Set.of(Role.ADMIN));
        officers.put("admin2", Set.of(Role.ADMIN));
        officers.put("auditor", Set.of(Role.AUDITOR));
        officers.put("partner", Set.of(Role.PARTNER));
        return officers;
    }
}
