package chargehand.server.documents;

import java.time.Instant;
import java.util.UUID;

/// A stored file, without its bytes.
///
/// @param type as its content says, never as its name does
public record Document(UUID id, String name, Type type, int size, Instant at) {
    /// What is taken in.
    public enum Type {
        pdf("application/pdf"),
        docx("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        text("text/plain; charset=utf-8"),
        /// kept for a person to look at
        other("application/octet-stream");

        private final String media;

        Type(String media) {
            this.media = media;
        }

        public String media() {
            return media;
        }
    }
}
