package dev.leapp.integration.sso.internal.devtools;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leapp.core.credential.Secret;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A browser that goes to an identity provider, and whose post to a recipient is taken instead of sent. Every page, frame and pop-up is
 * stopped before its first request until it is watched, too. Thread-safe.
 */
public final class LoginPage implements DevToolsPipe.Listener {

    private static final Map<String, Object> WATCH =
            Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true);

    private static final Map<String, Object> BLANK = Map.of("url", "about:blank", "newWindow", true);

    /** A field that somebody could type into. Forms that post themselves have hidden ones only. */
    private static final String ASKS = """
            Array.from(document.querySelectorAll('input')).some(field => field.offsetParent !== null
                && !['hidden', 'submit', 'button', 'image', 'reset', 'checkbox', 'radio'].includes(field.type))
            """;

    private final Recipients recipients;
    private final DevToolsPipe pipe;
    private final CompletableFuture<Secret> assertion = new CompletableFuture<>();
    private final CompletableFuture<String> page = new CompletableFuture<>();
    private final Map<String, CompletableFuture<String>> watched = new ConcurrentHashMap<>();

    private LoginPage(InputStream from, OutputStream to, List<String> hosts) {
        this.recipients = new Recipients(List.copyOf(hosts));
        this.pipe = new DevToolsPipe(from, to, this);
    }

    /** Takes a browser over that has just been started. */
    public static LoginPage of(InputStream from, OutputStream to, List<String> recipients) {
        LoginPage opened = new LoginPage(from, to, recipients);
        opened.mustDo(opened.pipe
                .call("", "Target.setAutoAttach", WATCH)
                .thenCompose(watching -> opened.pipe.call("", "Target.createTarget", BLANK))
                .thenCompose(made -> opened.watched(made.path("targetId").asText()))
                .thenAccept(opened.page::complete));
        opened.pipe.begin();
        return opened;
    }

    /** Goes to a page once it is watched; does not wait. */
    public void visit(URI url) {
        mustDo(page.thenCompose(session -> pipe.call(session, "Page.navigate", Map.of("url", url.toString())))
                .thenAccept(this::judge));
    }

    /** Returns what is to come: an assertion, or {@link PageTrouble}. */
    public CompletableFuture<Secret> assertion() {
        return assertion;
    }

    /** Tells whether the page has something to fill in; no if the browser does not say so soon. */
    public boolean asksSomething() throws InterruptedException {
        if (!page.isDone() || page.isCompletedExceptionally()) {
            return false;
        }
        Map<String, Object> question = Map.of("expression", ASKS, "returnByValue", true);
        try {
            return pipe.call(page.join(), "Runtime.evaluate", question)
                    .get(1, TimeUnit.SECONDS)
                    .path("result")
                    .path("value")
                    .asBoolean();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Tells the browser to end, so that it can write down what it knows; does not wait. */
    public void end() {
        pipe.tell("", "Browser.close", Map.of());
    }

    @Override
    public void event(String session, String method, JsonNode params) {
        switch (method) {
            case "Target.attachedToTarget" -> watch(params.path("sessionId").asText(), params.path("targetInfo"));
            case "Target.detachedFromTarget" -> gone(params.path("sessionId").asText());
            case "Fetch.requestPaused" -> paused(session, params);
            default -> {}
        }
    }

    @Override
    public void ended() {
        PageTrouble trouble = new PageTrouble(PageTrouble.Kind.ENDED, "");
        page.completeExceptionally(trouble);
        assertion.completeExceptionally(trouble);
    }

    private void watch(String session, JsonNode target) {
        String type = target.path("type").asText();
        if (type.equals("page") || type.equals("iframe")) {
            CompletableFuture<JsonNode> watching =
                    pipe.call(session, "Fetch.enable", Map.of("patterns", recipients.patterns()));
            pipe.tell(session, "Target.setAutoAttach", WATCH);
            String id = target.path("targetId").asText();
            CompletableFuture<?> unused =
                    watching.thenAccept(done -> watched(id).complete(session));
        }
        pipe.tell(session, "Runtime.runIfWaitingForDebugger", Map.of());
    }

    /** Returns the session of a target, to come once it is watched. */
    private CompletableFuture<String> watched(String target) {
        return watched.computeIfAbsent(target, id -> new CompletableFuture<>());
    }

    private void gone(String session) {
        if (page.isDone() && !page.isCompletedExceptionally() && session.equals(page.join())) {
            assertion.completeExceptionally(new PageTrouble(PageTrouble.Kind.CLOSED, ""));
        }
    }

    /** Nothing goes to a recipient, whatever it is. */
    private void paused(String session, JsonNode params) {
        JsonNode request = params.path("request");
        String id = params.path("requestId").asText();
        if (!recipients.include(request.path("url").asText())) {
            pipe.tell(session, "Fetch.continueRequest", Map.of("requestId", id));
            return;
        }
        pipe.tell(session, "Fetch.failRequest", Map.of("requestId", id, "errorReason", "Aborted"));
        PostedForm.assertion(body(request)).ifPresent(assertion::complete);
    }

    private static String body(JsonNode request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (JsonNode entry : request.path("postDataEntries")) {
            bytes.writeBytes(Base64.getDecoder().decode(entry.path("bytes").asText()));
        }
        return bytes.size() > 0
                ? bytes.toString(UTF_8)
                : request.path("postData").asText();
    }

    /** A navigation that was cut off by the next one, or by us, is no trouble. */
    private void judge(JsonNode navigated) {
        String error = navigated.path("errorText").asText();
        if (error.matches("net::ERR_[A-Z0-9_]{1,60}")
                && !error.equals("net::ERR_ABORTED")
                && !error.equals("net::ERR_BLOCKED_BY_CLIENT")) {
            assertion.completeExceptionally(new PageTrouble(PageTrouble.Kind.UNREACHABLE, error));
        }
    }

    private void mustDo(CompletableFuture<?> step) {
        CompletableFuture<?> unused = step.whenComplete((done, thrown) -> {
            if (thrown != null) {
                Throwable cause = thrown.getCause() instanceof PageTrouble inner ? inner : thrown;
                assertion.completeExceptionally(
                        cause instanceof PageTrouble ? cause : new PageTrouble(PageTrouble.Kind.UNABLE, ""));
            }
        });
    }
}
