package org.carillon.ingest.office;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.topic.Json;

/** An act as programs read it: everything but hashes. */
final class ActResource {
    private ActResource() {}

    static Map<String, Object> of(AdminRequest request) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", request.id());
        all.put("state", request.state().wireName());
        Map<String, Object> act = Json.mapper()
                .convertValue(request.act().withoutSecrets(), new TypeReference<LinkedHashMap<String, Object>>() {});
        act.remove("passwordHash");
        act.remove("keyHash");
        act.remove("tokenHashes");
        all.put("act", act);
        all.put("reason", request.reason());
        all.put("proposedBy", request.proposedBy());
        all.put("proposedAt", request.proposedAt());
        if (request.decidedBy() != null) {
            all.put("decidedBy", request.decidedBy());
        }
        if (request.decidedAt() != null) {
            all.put("decidedAt", request.decidedAt());
        }
        if (request.decisionReason() != null) {
            all.put("decisionReason", request.decisionReason());
        }
        all.put("alone", request.alone());
        return all;
    }
}
