package org.carillon.simulator.phone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.carillon.simulator.message.Direction;
import org.carillon.simulator.message.Kept;
import org.carillon.simulator.message.Message;
import org.carillon.simulator.message.Stats;
import org.jspecify.annotations.Nullable;

/**
 * The phones page as HTML: no script, nothing from elsewhere, every text escaped and in its own direction.
 *
 * @param only the one phone shown in full, or null for the latest ones
 * @param notice what became of a text just sent
 */
record PhonesHtml(
        String hubNumber,
        Stats stats,
        List<Phone> phones,
        @Nullable String only,
        boolean refreshing,
        @Nullable String notice) {

    /** A phone with its messages, oldest first. */
    record Phone(String number, List<Kept> messages) {
        @Override
        public String toString() {
            return "Phone[" + messages.size() + " messages]";
        }
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#c5cbd3;--soft:#eef1f5;--ink:#16202c;--paper:#fff;--hub:#dcebff;--me:#dff3e1;--link:#0b4f9e;--dim:#4a5563}
            @media(prefers-color-scheme:dark){:root{--line:#3c4754;--soft:#1b232d;--ink:#e8edf3;--paper:#11171e;--hub:#17365c;--me:#1c4023;--link:#8ec1ff;--dim:#aeb9c6}}
            *{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
            header,main{max-width:76rem;margin:0 auto;padding:1rem}a{color:var(--link)}h1{margin:0;font-size:1.5rem}h2{font-size:1.05rem;margin:0}
            .dim{color:var(--dim)}.skip{position:absolute;left:-99rem}.skip:focus{position:static}
            form{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:0 0 1rem;padding:1rem;background:var(--soft);border:1px solid var(--line);border-radius:.5rem}
            label{display:block;flex:1 1 12rem;font-weight:600}label.wide{flex:3 1 18rem}
            input,textarea,button{display:block;width:100%;min-height:2.75rem;padding:.5rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--dim);border-radius:.35rem}
            button{width:auto;padding:.5rem 1.25rem;font-weight:600;color:#fff;background:#0b4f9e;border-color:#0b4f9e;cursor:pointer}
            :focus-visible{outline:3px solid #e08a00;outline-offset:2px}
            .phones{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));align-items:start}.phones.one{grid-template-columns:minmax(0,44rem)}
            article{border:1px solid var(--line);border-radius:1rem;overflow:hidden}article h2{padding:.6rem 1rem;background:var(--soft);border-bottom:1px solid var(--line)}
            ol{list-style:none;margin:0;padding:.75rem}li{margin:0 0 .6rem;max-width:92%;padding:.5rem .75rem;border-radius:.75rem;background:var(--hub);overflow-wrap:anywhere}
            li.me{margin-inline-start:auto;background:var(--me)}li p{margin:0;white-space:pre-wrap}small{display:block;color:var(--dim)}
            .notice{padding:.5rem 1rem;border:1px solid var(--line);border-inline-start:.4rem solid #0b4f9e;background:var(--soft)}
            """;

    String page() {
        StringBuilder out = new StringBuilder(8192);
        out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        if (refreshing) {
            out.append("<meta http-equiv=\"refresh\" content=\"5\">");
        }
        out.append("<title>")
                .append(only == null ? "Phones" : "Phone " + only)
                .append(" – SMS simulator</title><style>");
        out.append(STYLE).append("</style></head><body><a class=\"skip\" href=\"#phones\">To the phones</a>");
        header(out);
        out.append("<main>");
        if (notice != null) {
            out.append("<p class=\"notice\" role=\"status\">")
                    .append(escaped(notice))
                    .append("</p>");
        }
        forms(out);
        out.append("<div id=\"phones\" tabindex=\"-1\" class=\"phones")
                .append(only == null ? "" : " one")
                .append("\">");
        phones.forEach(phone -> phone(out, phone));
        out.append("</div>");
        if (phones.stream().allMatch(phone -> phone.messages().isEmpty())) {
            out.append("<p>No messages yet.</p>");
        }
        return out.append("</main></body></html>\n").toString();
    }

    private void header(StringBuilder out) {
        out.append("<header><h1>")
                .append(only == null ? "Phones" : "Phone " + number(only))
                .append("</h1>");
        out.append("<p class=\"dim\">Simulated SMS network. The hub’s number is ")
                .append(number(hubNumber));
        out.append(". ").append(stats.accepted()).append(" messages to ").append(stats.distinctRecipients());
        out.append(" phones, ").append(stats.rejected()).append(" refused, ").append(stats.duplicates());
        out.append(" duplicates. Times are UTC.</p><nav>");
        if (only != null) {
            out.append("<a href=\"/\">All phones</a> · ");
        }
        String phone = only == null ? "" : "phone=" + URLEncoder.encode(only, StandardCharsets.UTF_8);
        if (refreshing) {
            out.append("<a href=\"/?").append(phone).append("\">Stop refreshing</a>");
        } else {
            out.append("<a href=\"/?").append(phone).append(phone.isEmpty() ? "" : "&amp;");
            out.append("refresh=5\">Refresh every 5 seconds</a>");
        }
        out.append("</nav></header>");
    }

    private void forms(StringBuilder out) {
        String number = only == null ? "" : escaped(only);
        out.append(
                        "<form method=\"post\" action=\"/\"><label>Phone number<input name=\"from\" type=\"tel\" dir=\"ltr\"")
                .append(" autocomplete=\"off\" required placeholder=\"+15550100123\" value=\"")
                .append(number)
                .append("\"></label><label class=\"wide\">Message to the hub")
                .append(
                        "<textarea name=\"body\" rows=\"1\" dir=\"auto\" maxlength=\"1600\" required></textarea></label>")
                .append("<button>Send</button></form>");
        if (only == null) {
            out.append(
                            "<form method=\"get\" action=\"/\"><label>Show one phone<input name=\"phone\" type=\"tel\" dir=\"ltr\"")
                    .append(" required placeholder=\"+15550100123\"></label><button>Show</button></form>");
        }
    }

    private static void phone(StringBuilder out, Phone phone) {
        String link = "/?phone=" + URLEncoder.encode(phone.number(), StandardCharsets.UTF_8);
        out.append("<article><h2><a href=\"")
                .append(escaped(link))
                .append("\">")
                .append(number(phone.number()));
        out.append("</a></h2><ol>");
        phone.messages().forEach(kept -> message(out, kept));
        out.append("</ol></article>");
    }

    private static void message(StringBuilder out, Kept kept) {
        Message message = kept.message();
        boolean fromPhone = message.direction() == Direction.INBOUND;
        out.append("<li").append(fromPhone ? " class=\"me\"" : "").append("><p dir=\"auto\">");
        out.append(escaped(message.body())).append("</p><small>").append(fromPhone ? "To the hub, " : "From the hub, ");
        out.append(TIME.format(message.at())).append(" · ").append(message.parts());
        out.append(message.parts() == 1 ? " part " : " parts ")
                .append(escaped(message.encoding()))
                .append(" · ");
        out.append(kept.standing().status().wireName()).append("</small></li>");
    }

    private static String number(String number) {
        return "<bdi dir=\"ltr\">" + escaped(number) + "</bdi>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return "PhonesHtml[" + phones.size() + " phones]";
    }
}
