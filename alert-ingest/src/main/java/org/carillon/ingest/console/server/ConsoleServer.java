package org.carillon.ingest.console.server;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.carillon.ingest.console.asset.Assets;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.ConsoleLinks;
import org.carillon.ingest.console.page.Events;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.Officer;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.PageHandler;
import org.carillon.ingest.console.page.Pages;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tongues;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.console.session.Session;
import org.carillon.ingest.console.session.Sessions;
import org.carillon.ingest.http.Problem;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the console's pages. In front of every handler: who asks, what is open to them, and for a form that one of our own pages
 * sent it. Handlers run on virtual threads, at most {@value #MOST_AT_ONCE} at once; beyond that the answer is 503.
 */
public final class ConsoleServer {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConsoleServer.class);
    private static final int MOST_AT_ONCE = 128;
    private static final String BASE = "/console";

    private final Map<String, Pages> pages;
    private final Tongues tongues;
    private final ConsoleLinks links;
    private final Assets assets;
    private final Sessions sessions;
    private final Doorkeeper doorkeeper;
    private final Cookies cookies;
    private final Origins origins;
    private final Spoken spoken = new Spoken();
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final Semaphore listeners = new Semaphore(MOST_AT_ONCE);

    /**
     * Serves these.
     *
     * @param pages by the language that they are in
     * @param accounts the account of a user as it is now
     * @param secondFactorRoles whoever has one of them must have set up a second factor
     */
    public ConsoleServer(
            Map<String, Pages> pages,
            Tongues tongues,
            ConsoleLinks links,
            Assets assets,
            Sessions sessions,
            Function<String, Optional<Account>> accounts,
            Set<Role> secondFactorRoles) {
        this.pages = Map.copyOf(pages);
        this.tongues = tongues;
        this.links = links;
        this.assets = assets;
        this.sessions = sessions;
        this.doorkeeper = new Doorkeeper(sessions, accounts, secondFactorRoles);
        this.cookies = new Cookies(links);
        this.origins = new Origins(links.publicUrl());
    }

    /** Where features register the pages that are in that language. All languages have the same pages. */
    public Routes routes(Router router, String language) {
        return new Routes() {
            @Override
            public Routes get(String path, Access access, PageHandler handler) {
                if (spoken.addPage("GET " + path, language, handler)) {
                    router.route(HttpMethod.GET, BASE + path)
                            .handler(context -> run(context, Fields.NONE, access, spoken.page("GET " + path)));
                }
                return this;
            }

            @Override
            public Routes post(String path, Access access, PageHandler handler) {
                if (spoken.addPage("POST " + path, language, handler)) {
                    router.route(HttpMethod.POST, BASE + path)
                            .handler(context -> receive(context, access, spoken.page("POST " + path)));
                }
                return this;
            }

            @Override
            public Routes files(String path, Access access, PageHandler handler) {
                if (spoken.addPage("POST " + path, language, handler)) {
                    router.route(HttpMethod.POST, BASE + path)
                            .handler(context -> receiveFiles(context, access, spoken.page("POST " + path)));
                }
                return this;
            }

            @Override
            public Routes stream(String path, Access access, Events.Source source) {
                if (spoken.addStream(path, language, source)) {
                    router.route(HttpMethod.GET, BASE + path)
                            .handler(context -> listen(context, access, spoken.stream(path)));
                }
                return this;
            }
        };
    }

    /** Adds what is left: scripts and styles, the address without its last slash, and an answer where there is no page. */
    public void mountRest(Router router) {
        router.route(HttpMethod.GET, BASE + "/assets/:hash/*").handler(this::asset);
        router.route(HttpMethod.GET, BASE)
                .handler(context -> context.response()
                        .setStatusCode(303)
                        .putHeader("Location", links.to("/"))
                        .end());
        router.route(BASE + "/*").handler(context -> run(context, Fields.NONE, Access.OPEN, this::missing));
        router.route(BASE + "/*").failureHandler(context -> run(context, Fields.NONE, Access.OPEN, this::unreadable));
    }

    private PageAnswer missing(Visit visit) {
        return pages(visit).problem(visit, Problem.of(404, "Not Found", t(visit, "frame.missing")));
    }

    private PageAnswer unreadable(Visit visit) {
        return pages(visit).problem(visit, Problem.of(400, "Bad Request", t(visit, "frame.unreadable")));
    }

    private Pages pages(Visit visit) {
        return Objects.requireNonNull(pages.get(visit.client().language()));
    }

    private String t(Visit visit, String key) {
        return pages(visit).texts().t(key);
    }

    private void asset(RoutingContext context) {
        String hash = String.valueOf(context.pathParam("hash"));
        String prefix = BASE + "/assets/" + hash + "/";
        String path = context.normalizedPath();
        String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        HttpServerResponse response = context.response();
        Guards.HEADERS.forEach(response::putHeader);
        Optional<Assets.Asset> asset = assets.find(hash, name);
        if (asset.isEmpty()) {
            response.setStatusCode(404).end();
            return;
        }
        response.putHeader("Content-Type", asset.get().type())
                .putHeader("Cache-Control", "public, max-age=31536000, immutable")
                .end(asset.get().body());
    }

    private void receiveFiles(RoutingContext context, Access access, PageHandler handler) {
        Session session = doorkeeper.session(cookies.session(context.request())).orElseGet(sessions::guest);
        if (doorkeeper.ask(access, session, doorkeeper.officer(session)) == Doorkeeper.Verdict.COME_IN) {
            received(FileForm.read(context.request()), context, access, handler);
        } else {
            run(context, Fields.NONE, access, handler);
        }
    }

    private void receive(RoutingContext context, Access access, PageHandler handler) {
        received(FormBody.read(context.request()), context, access, handler);
    }

    private void received(Future<Fields> fields, RoutingContext context, Access access, PageHandler handler) {
        fields.onSuccess(form -> run(context, form, access, visit -> checked(context.request(), visit, handler)))
                .onFailure(failure -> run(context, Fields.NONE, Access.OPEN, visit -> {
                    throw failure instanceof ProblemException problem
                            ? problem
                            : ProblemException.badRequest(t(visit, "frame.unreadable"));
                }));
    }

    /** Only who is in may listen; the cookie is not renewed, so that a screen left alone still signs itself out. */
    private void listen(RoutingContext context, Access access, Events.Source source) {
        Session session = doorkeeper.session(cookies.session(context.request())).orElseGet(sessions::guest);
        Officer officer = doorkeeper.officer(session);
        if (doorkeeper.ask(access, session, officer) != Doorkeeper.Verdict.COME_IN || !listeners.tryAcquire()) {
            // 204 tells the browser's EventSource not to come back.
            context.response().setStatusCode(204).end();
            return;
        }
        Visit visit = visit(context, Fields.NONE, session, officer);
        HttpServerResponse response = context.response();
        Context loop = context.vertx().getOrCreateContext();
        Thread.ofVirtual().name("console-events").start(() -> {
            try {
                Events events = source.open(visit);
                loop.runOnContext(now -> {
                    Guards.HEADERS.forEach(response::putHeader);
                    response.setChunked(true)
                            .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                            .putHeader("Cache-Control", "no-store")
                            .putHeader("X-Accel-Buffering", "no");
                });
                new EventStream(loop, response).run(events);
            } catch (ProblemException e) {
                loop.runOnContext(now -> {
                    if (!response.ended() && !response.closed()) {
                        response.end();
                    }
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                listeners.release();
            }
        });
    }

    private PageAnswer checked(HttpServerRequest request, Visit visit, PageHandler handler) {
        if (!origins.isOwn(request) || !Doorkeeper.isOurForm(visit.session(), visit.form())) {
            LOGGER.atWarn().addKeyValue("path", visit.path()).log("a form that is not ours was refused");
            throw ProblemException.forbidden(t(visit, "frame.forged"));
        }
        return handler.handle(visit);
    }

    private void run(RoutingContext context, Fields form, Access access, PageHandler handler) {
        if (!room.tryAcquire()) {
            context.response().setStatusCode(503).putHeader("Retry-After", "1").end();
            return;
        }
        Optional<Session> known = doorkeeper.session(cookies.session(context.request()));
        Session before = known.orElseGet(sessions::guest);
        Officer officer = doorkeeper.officer(before);
        Visit visit = visit(context, form, before, officer);
        Promise<PageAnswer> promise = Promise.promise();
        Future<PageAnswer> answer = promise.future();
        answer.onSuccess(done -> write(context, done, visit, known));
        Thread.ofVirtual().name("console").start(() -> {
            try {
                promise.complete(answer(visit, access, handler));
            } finally {
                room.release();
            }
        });
    }

    private PageAnswer answer(Visit visit, Access access, PageHandler handler) {
        try {
            Doorkeeper.Verdict verdict =
                    doorkeeper.ask(access, visit.session(), visit.anybody().orElse(null));
            return switch (verdict) {
                case COME_IN -> handler.handle(visit);
                case SIGN_IN -> elsewhere("/sign-in?to=" + returnTo(visit));
                case GIVE_SECOND_FACTOR -> elsewhere("/sign-in/code?to=" + returnTo(visit));
                case CHANGE_PASSWORD -> elsewhere("/account/password");
                case SET_UP_SECOND_FACTOR -> elsewhere("/account/second-factor");
                case NOT_FOR_YOU -> throw ProblemException.forbidden(t(visit, "frame.not-for-you"));
            };
        } catch (ProblemException e) {
            return withHeaders(pages(visit).problem(visit, e.problem()), e.headers());
        } catch (RuntimeException | Error e) {
            // The message of an unknown failure may quote the input: only its kind and place are written down.
            StackTraceElement[] trace = e.getStackTrace();
            LOGGER.atError()
                    .addKeyValue("failure", e.getClass().getName())
                    .addKeyValue("at", trace.length > 0 ? trace[0].toString() : "unknown")
                    .log("a console page failed");
            return failed(visit);
        }
    }

    private PageAnswer failed(Visit visit) {
        try {
            return pages(visit).problem(visit, Problem.of(500, "Internal Server Error", t(visit, "frame.failed")));
        } catch (RuntimeException e) {
            return PageAnswer.html(500, "<!DOCTYPE html><title>Error</title><p>The hub failed.");
        }
    }

    private PageAnswer elsewhere(String path) {
        return PageAnswer.seeOther(links.to(path));
    }

    /** The page to return to: only one that was asked for by GET. */
    private static String returnTo(Visit visit) {
        return visit.form().names().isEmpty() ? URLEncoder.encode(visit.path(), StandardCharsets.UTF_8) : "";
    }

    private static PageAnswer withHeaders(PageAnswer answer, Map<String, String> headers) {
        PageAnswer with = answer;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            with = with.with(header.getKey(), header.getValue());
        }
        return with;
    }

    private Visit visit(RoutingContext context, Fields form, Session session, @Nullable Officer officer) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        String inside = path.startsWith(BASE) ? path.substring(BASE.length()) : path;
        Visit.Target target = new Visit.Target(
                inside, new HashMap<>(context.pathParams()), query(request), request.getHeader("HX-Request") != null);
        String address = request.remoteAddress() == null
                ? ""
                : String.valueOf(request.remoteAddress().hostAddress());
        Visit.Client client = new Visit.Client(address, cookies.known(request), language(request));
        return new Visit(target, form, client, session, officer);
    }

    private String language(HttpServerRequest request) {
        String accepted = request.getHeader("Accept-Language");
        return tongues.choose(cookies.language(request), accepted == null ? "" : accepted)
                .code();
    }

    private static Fields query(HttpServerRequest request) {
        try {
            return Fields.parse(request.query() == null ? "" : request.query());
        } catch (IllegalArgumentException e) {
            return Fields.NONE;
        }
    }

    private void write(RoutingContext context, PageAnswer answer, Visit visit, Optional<Session> known) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        Guards.HEADERS.forEach(response::putHeader);
        response.putHeader("Cache-Control", "no-store");
        answer.headers().forEach(response::putHeader);
        toHandOut(visit, known, context.request()).ifPresent(value -> cookies.setSession(response, value));
        visit.newLanguage().ifPresent(code -> cookies.setLanguage(response, code));
        visit.newlyKnown().ifPresent(user -> cookies.setKnown(response, sessions.knownBrowser(user)));
        if (context.request().method().equals(HttpMethod.POST)
                && !context.request().isEnded()) {
            response.putHeader("Connection", "close");
        }
        response.end(answer.body()).onFailure(e -> LOGGER.atDebug().log("the caller has gone"));
    }

    /** The cookie to hand out, if any. What a page fetches by itself does not count as use: a screen left alone signs itself out. */
    private Optional<String> toHandOut(Visit visit, Optional<Session> known, HttpServerRequest request) {
        Session now = visit.session();
        if (known.isEmpty() || !now.equals(known.get())) {
            return Optional.of(sessions.seal(now));
        }
        boolean passive = visit.isFragment() && request.method().equals(HttpMethod.GET);
        return passive ? Optional.empty() : sessions.renewed(now).map(sessions::seal);
    }
}
