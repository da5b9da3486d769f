package dev.understudy.serve.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.serve.run.Runner;
import dev.understudy.serve.state.History;
import dev.understudy.serve.state.Jobs;
import dev.understudy.serve.state.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** The one port: page, data, reports, {@code /metrics} and {@code /health}. Only health is told to everybody. */
public final class WebServer {
    private static final int MOST_BODY = 64 * 1024;
    private static final Pattern JOB = Pattern.compile("/api/jobs/([A-Za-z0-9._-]+)/(start|schedule)");
    private static final Pattern RUN = Pattern.compile("/api/runs/(\\d{1,15})(/cancel)?");
    private static final Pattern REPORT = Pattern.compile("/runs/(\\d{1,15})/report\\.html");
    private static final Map<String, String> FILES =
            Map.of("/", "page.html", "/page.css", "page.css", "/page.js", "page.js", "/icon.svg", "icon.svg");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'; form-action 'none'";
    private static final String REPORT_POLICY =
            "sandbox allow-scripts allow-downloads; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
                    + " img-src data:; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Access access;
    private final Jobs jobs;
    private final History history;
    private final Runner runner;
    private final ApiData data;
    private final String version;

    /**
     * Begins to listen.
     *
     * @param tls   if the port speaks TLS
     * @param token that whoever comes must know
     * @throws UnderstudyException {@link Problem#USAGE} if the port is taken
     */
    public WebServer(
            InetSocketAddress address,
            Optional<SSLContext> tls,
            String token,
            Jobs jobs,
            History history,
            Runner runner,
            String version) {
        this.access = new Access(token, tls.isPresent());
        this.jobs = jobs;
        this.history = history;
        this.runner = runner;
        this.version = version;
        this.data = new ApiData(jobs, history, runner, version);
        try {
            if (tls.isPresent()) {
                HttpsServer secured = HttpsServer.create(address, 0);
                secured.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
                server = secured;
            } else {
                server = HttpServer.create(address, 0);
            }
        } catch (IOException e) {
            throw new UnderstudyException(
                    Problem.USAGE, "Nothing can listen at %s; is the port taken?".formatted(address), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The port that was got, where 0 was asked for. */
    public int port() {
        return server.getAddress().getPort();
    }

    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (UnderstudyException e) {
                answer = Answer.message(e.problem() == Problem.USAGE ? 400 : 500, e.getMessage());
            } catch (RuntimeException e) {
                answer = Answer.message(
                        500, "An unexpected failure, " + e.getClass().getName() + ".");
            }
            answer.send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean reads = exchange.getRequestMethod().equals("GET")
                || exchange.getRequestMethod().equals("HEAD");
        if (reads && FILES.containsKey(path)) {
            return file(FILES.get(path));
        }
        if (reads && path.equals("/health")) {
            boolean up = runner.isAlive();
            return Answer.json(up ? 200 : 503, "{\"status\":\"%s\"}".formatted(up ? "up" : "down"));
        }
        if (!reads && !exchange.getRequestMethod().equals("POST")) {
            return Answer.message(405, "Only GET and POST are understood.");
        }
        if (!reads && !access.isOwnPage(exchange)) {
            return Answer.message(403, "Another site may not ask for that.");
        }
        if (!reads && path.equals("/api/login")) {
            return login(exchange);
        }
        if (!access.isKnown(exchange)) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            return Answer.message(401, "The token is missing or wrong.");
        }
        return reads ? shown(path) : done(path, body(exchange));
    }

    private Answer login(HttpExchange exchange) throws IOException {
        if (!access.isToken(ApiData.field(body(exchange), "token"))) {
            return Answer.message(401, "That is not the token.");
        }
        exchange.getResponseHeaders().set("Set-Cookie", access.newCookie());
        return Answer.json(200, "{}");
    }

    private Answer shown(String path) throws IOException {
        Matcher run = RUN.matcher(path);
        Matcher report = REPORT.matcher(path);
        if (path.equals("/api/state")) {
            return Answer.json(200, data.state());
        }
        if (path.equals("/metrics")) {
            return Answer.text(200, "text/plain; version=0.0.4", MetricsText.of(jobs, history, version));
        }
        if (run.matches() && run.group(2) == null) {
            return data.run(Long.parseLong(run.group(1)))
                    .map(json -> Answer.json(200, json))
                    .orElseGet(() -> Answer.message(404, "There is no such run."));
        }
        if (report.matches()) {
            Path file = runner.folder(Long.parseLong(report.group(1))).resolve("report.html");
            return Files.exists(file)
                    ? new Answer(200, "text/html", Files.readAllBytes(file), REPORT_POLICY)
                    : Answer.message(404, "That run left no report.");
        }
        return Answer.message(404, "There is nothing here.");
    }

    private Answer done(String path, byte[] body) {
        Matcher job = JOB.matcher(path);
        Matcher run = RUN.matcher(path);
        if (job.matches() && job.group(2).equals("start")) {
            return Answer.json(202, "{\"id\":%d}".formatted(runner.ask(job.group(1), "hand")));
        }
        if (job.matches()) {
            jobs.change(job.group(1), Schedule.of(ApiData.field(body, "schedule"), ApiData.field(body, "zone")));
            return Answer.json(200, "{}");
        }
        if (run.matches() && run.group(2) != null) {
            runner.cancel(Long.parseLong(run.group(1)));
            return Answer.json(202, "{}");
        }
        return Answer.message(404, "There is nothing here.");
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return in.readNBytes(MOST_BODY);
        }
    }

    private static Answer file(String name) throws IOException {
        try (InputStream in = WebServer.class.getResourceAsStream("/dev/understudy/serve/web/" + name)) {
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return new Answer(200, type, in.readAllBytes(), PAGE_POLICY);
        }
    }
}
