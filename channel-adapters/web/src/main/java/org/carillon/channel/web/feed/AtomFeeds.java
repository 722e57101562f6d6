package org.carillon.channel.web.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.web.alerts.PublicAlerts;
import org.carillon.channel.web.site.Links;
import org.carillon.channel.web.site.Site;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Alerts in force as Atom (RFC 4287): for readers in each language, and for programs with links to CAP. */
public final class AtomFeeds {
    private static final String TYPE = "application/atom+xml; charset=utf-8";

    private final PublicAlerts alerts;
    private final Site site;

    public AtomFeeds(PublicAlerts alerts, Site site) {
        this.alerts = alerts;
        this.site = site;
    }

    /** For programs: each entry leads to the alert's CAP message. */
    public HttpAnswer cap(HttpExchange exchange) {
        String language = site.city().defaultLanguage();
        List<Alert> inForce = alerts.inForce();
        Feed feed = feed("urn:carillon:feed:" + site.city().id() + ":cap", "/feed/cap.atom", language);
        feed.setTitle(site.text(language, "web.site", Map.of("city", site.cityName(language))) + " (CAP)");
        feed.setEntries(inForce.stream().map(alert -> capEntry(alert, language)).toList());
        return answer(feed, language, inForce);
    }

    /** For people who read with a feed reader: each entry is the frozen article. */
    public HttpAnswer readable(String language, HttpExchange exchange) {
        List<Alert> inForce = alerts.inForce();
        Feed feed =
                feed("urn:carillon:feed:" + site.city().id() + ":" + language, "/feed/" + language + ".atom", language);
        feed.setTitle(site.text(language, "web.site", Map.of("city", site.cityName(language))));
        feed.setEntries(
                inForce.stream().map(alert -> readableEntry(alert, language)).toList());
        return answer(feed, language, inForce);
    }

    private Feed feed(String id, String path, String language) {
        Feed feed = new Feed("atom_1.0");
        feed.setId(id);
        feed.setUpdated(Date.from(alerts.lastChange()));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", Links.home(language))));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", path)));
        feed.setAuthors(List.of(person(site.city().authority().in(language))));
        return feed;
    }

    private Entry capEntry(Alert alert, String language) {
        Entry entry = entry("urn:carillon:" + alert.id(), alert, language);
        entry.setAlternateLinks(List.of(
                link("alternate", "application/cap+xml", Links.cap(alert)),
                link("alternate", "text/html", Links.alert(language, alert))));
        entry.setSummary(content(Content.TEXT, alerts.text(alert, language).event()));
        return entry;
    }

    private Entry readableEntry(Alert alert, String language) {
        Entry entry = entry("urn:carillon:" + alert.id() + ":" + language, alert, language);
        entry.setAlternateLinks(List.of(link("alternate", "text/html", Links.alert(language, alert))));
        Optional<Rendition> article = alerts.article(alert, language, ContentFormat.STANDARD);
        article.ifPresent(frozen -> entry.setContents(List.of(content(Content.HTML, frozen.body()))));
        if (article.isEmpty()) {
            entry.setSummary(content(Content.TEXT, alerts.text(alert, language).event()));
        }
        return entry;
    }

    private Entry entry(String id, Alert alert, String language) {
        Entry entry = new Entry();
        entry.setId(id);
        entry.setTitleEx(content(Content.TEXT, alerts.text(alert, language).headline()));
        Instant issued = alert.issuedAt() == null ? alert.submittedAt() : alert.issuedAt();
        entry.setUpdated(Date.from(issued));
        entry.setPublished(Date.from(issued));
        entry.setAuthors(List.of(person(site.authority(language, alert))));
        Category category = new Category();
        category.setTerm(alert.content().category().wireName());
        category.setScheme("urn:carillon:category");
        Category severity = new Category();
        severity.setTerm(alert.content().severity().wireName());
        severity.setScheme("urn:carillon:severity");
        entry.setCategories(List.of(category, severity));
        return entry;
    }

    private Link link(String relation, String type, String path) {
        Link link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(site.links().absolute(path));
        return link;
    }

    private static Person person(String name) {
        Person person = new Person();
        person.setName(XmlText.clean(name));
        return person;
    }

    private static Content content(String type, String value) {
        Content content = new Content();
        content.setType(type);
        content.setValue(XmlText.clean(value));
        return content;
    }

    private HttpAnswer answer(Feed feed, String language, List<Alert> inForce) {
        try {
            Document document = new WireFeedOutput().outputJDom(feed);
            name(document.getRootElement(), language, inForce);
            StringWriter out = new StringWriter();
            new XMLOutputter(Format.getRawFormat()).output(document, out);
            return HttpAnswer.ok(TYPE, out.toString()).with("Cache-Control", "no-cache");
        } catch (FeedException e) {
            throw new IllegalStateException("an alert that is no entry", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library knows no languages: they are added where an entry's differs from the feed's. */
    private void name(Element root, String language, List<Alert> inForce) {
        root.setAttribute("lang", language, Namespace.XML_NAMESPACE);
        List<Element> entries = root.getChildren("entry", root.getNamespace());
        for (int i = 0; i < entries.size(); i++) {
            String has = alerts.nearest(inForce.get(i), language);
            if (!has.equals(language)) {
                entries.get(i).setAttribute("lang", has, Namespace.XML_NAMESPACE);
            }
        }
    }
}
