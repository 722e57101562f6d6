package org.carillon.ingest.compose;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carillon.ingest.signature.SignatureVerifier;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Language;
import org.carillon.schemas.city.Sender;
import org.carillon.schemas.geo.AreaShape;
import org.carillon.schemas.geo.DistrictIndex;
import org.carillon.schemas.geo.DistrictMatch;
import org.carillon.schemas.geo.Geocode;

/** What the edge asks of the city pack, prepared once. */
public final class City {
    private final CityPack pack;
    private final DistrictIndex index;
    private final SignatureVerifier verifier = new SignatureVerifier();

    public City(CityPack pack) {
        this.pack = pack;
        this.index = pack.districtIndex();
    }

    public CityPack pack() {
        return pack;
    }

    /** Codes of the purposes, in the pack's order. */
    List<String> purposes() {
        return pack.purposes().stream().map(purpose -> purpose.id().value()).toList();
    }

    /** Codes of the topics, in the pack's order. */
    List<String> topics() {
        return pack.topicCodes();
    }

    /** The topic that a category stands for unless something else says it. */
    Optional<String> topicOf(Category category) {
        return Optional.ofNullable(pack.categoryTopics().get(category));
    }

    Optional<String> topicOfSender(String sender) {
        return pack.sender(sender).flatMap(Sender::defaultTopic);
    }

    Optional<String> purposeOfSender(String sender) {
        return pack.sender(sender).flatMap(Sender::defaultPurpose).map(Object::toString);
    }

    /** What the signature in a message is worth, by the keys that the pack has of its sender. */
    SignatureCheck signature(CapDocument document) {
        String sender = document.alert().sender();
        return verifier.check(
                document.bytes(),
                pack.sender(sender).map(Sender::keys).orElse(List.of()),
                document.alert().sent().instant());
    }

    /** Whether a message of {@code sender} may update or cancel one of {@code other}. */
    public boolean mayAct(String sender, String other) {
        return sender.equals(other)
                || pack.sender(sender)
                        .map(found -> found.actsFor().contains(other))
                        .orElse(false);
    }

    /** Whether the pack names the sender and forbids it. */
    boolean isBarred(String sender) {
        return pack.sender(sender).map(found -> !found.isAllowed()).orElse(false);
    }

    /** The sender's name as residents of that language know it. */
    Optional<String> senderName(String sender, String language) {
        return pack.sender(sender).map(found -> found.names().in(language));
    }

    /** Codes of the districts, in the pack's order. */
    List<String> districts() {
        return pack.districtCodes();
    }

    public String districtName(String district, String language) {
        return pack.district(district).map(found -> found.names().in(language)).orElse(district);
    }

    /** What residents call those districts, and the city, in their language. */
    List<String> placeNames(Iterable<String> codes, String language) {
        List<String> names = new ArrayList<>();
        codes.forEach(code -> names.add(districtName(code, language)));
        names.add(pack.names().in(language));
        return List.copyOf(names);
    }

    /** The districts that the areas mean, by what; empty where they lie outside the city. */
    List<DistrictMatch> match(List<AreaShape> areas) {
        return index.match(areas);
    }

    /** Codes from the city's own lists that name none of its districts. */
    List<Geocode> unknownCodes(List<AreaShape> areas) {
        return index.unknownCodes(areas);
    }

    /** The list that district codes in the hub's own CAP geocodes are from. */
    String geocodeName() {
        return pack.geocodeNames().getFirst();
    }

    /** BCP 47 tags of the languages, in the pack's order. */
    public List<String> languages() {
        return pack.languages().stream().map(Language::code).toList();
    }

    /** The city's time zone. */
    public ZoneId zone() {
        return pack.timeZone();
    }
}
