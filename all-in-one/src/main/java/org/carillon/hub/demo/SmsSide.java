package org.carillon.hub.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three residents and their phones. */
final class SmsSide implements ChannelSide {
    private final Map<Resident, Phone> phones = new LinkedHashMap<>();
    private final List<Map<String, Object>> delivered = new ArrayList<>();
    private final Narrator narrator;

    SmsSide(DemoHttp http, String simulatorUrl, List<Resident> residents, Narrator narrator) {
        this.narrator = narrator;
        residents.forEach(resident -> phones.put(resident, new Phone(http, simulatorUrl, resident.phone())));
    }

    @Override
    public String name() {
        return "sms";
    }

    void join(Resident resident) {
        ask(resident, resident.join(), "The consent question");
        ask(resident, resident.yes(), "The confirmation");
    }

    /** Texts the hub, and returns what it answers. */
    String ask(Resident resident, String text, String expected) {
        Phone phone = phone(resident);
        phone.text(text);
        narrator.say(resident.name() + " texts: " + text);
        String answer = phone.next(expected + " in " + resident.language()).body();
        narrator.quote("the hub answers", answer);
        return answer;
    }

    @Override
    public void hear(Told told) {
        phones.forEach((resident, phone) -> {
            Phone.Received received = phone.next(told.what() + " in " + resident.language());
            if (!received.body().equals(told.shown(name(), resident.language()).body())) {
                throw new StoryException(resident.name() + " did not get what the preview showed");
            }
            delivered.add(Map.of(
                    "to", resident.phone(),
                    "lang", resident.language(),
                    "body", received.body(),
                    "parts", received.parts()));
            narrator.quote(
                    resident.name() + " (SMS, " + resident.language() + ", " + received.parts() + " parts "
                            + received.encoding() + ")",
                    received.body());
        });
    }

    @Override
    public List<Map<String, Object>> delivered() {
        return List.copyOf(delivered);
    }

    private Phone phone(Resident resident) {
        Phone phone = phones.get(resident);
        if (phone == null) {
            throw new StoryException(resident.name() + " has no phone");
        }
        return phone;
    }
}
