package chargehand.server.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a call says.
final class HookBody {
    /// In front of these a sign without width: a text of somebody's calls nobody, and is no link or picture.
    private static final Pattern CALLING = Pattern.compile("@(?=[\\p{L}\\p{N}])|\\](?=[(\\[:])");

    private final JsonMapper json;
    private final String url;

    /// @param url under which people reach this server, or empty if nobody said
    HookBody(JsonMapper json, String url) {
        this.json = json;
        this.url = url.strip().replaceFirst("/+$", "");
    }

    /// @param id stays the same however often it is sent
    /// @param event the kind of notice, or `trial`
    /// @param told whom it was told, by name
    record Signed(
            UUID id,
            String event,
            Instant at,
            @Nullable UUID project,
            boolean urgent,
            String subject,
            String lead,
            Collection<String> told,
            String path,
            @Nullable String url) {}

    String signed(
            UUID id,
            String event,
            Instant at,
            @Nullable UUID project,
            boolean urgent,
            Letter letter,
            Collection<String> told) {
        var link = url.isEmpty() ? null : url + letter.path();
        return json.writeValueAsString(
                new Signed(id, event, at, project, urgent, letter.subject(), letter.lead(), told, letter.path(), link));
    }

    private record Chat(String text) {}

    /// One text after the other.
    String both(String chat, String other) {
        return json.writeValueAsString(new Chat(json.readValue(chat, Chat.class).text()
                + "\n\n"
                + json.readValue(other, Chat.class).text()));
    }

    /// Words as they are: nothing of what people wrote becomes a call, a link or a picture there.
    String chat(LetterWords words, Letter letter, Collection<String> told) {
        var text = new StringBuilder(plain(letter.subject()));
        if (!letter.lead().equals(letter.subject())) text.append('\n').append(plain(letter.lead()));
        if (!told.isEmpty()) text.append('\n').append(plain(words.say("hook.told", "names", String.join(", ", told))));
        if (!url.isEmpty())
            text.append('\n').append(plain(letter.act())).append(": ").append(url + letter.path());
        return json.writeValueAsString(new Chat(text.toString()));
    }

    private static String plain(String text) {
        return CALLING.matcher(text)
                .replaceAll("$0\u200b")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
