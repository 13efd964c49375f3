package chargehand.postgres;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why the database, or what was asked of it, can't start. The message is one clear sentence for a person.
public final class CannotStart extends RuntimeException {
    /// What is the matter; [#text] is stable and has a page in `docs/problems`.
    public enum Code {
        FOLDER_IN_USE,
        FOLDER_NOT_WRITABLE,
        NOT_A_DATA_FOLDER,
        DATA_OF_OTHER_POSTGRESQL,
        DATA_OF_NEWER_VERSION,
        DISK_FULL,
        PORT_TAKEN,
        ADDRESS_NOT_USABLE,
        NO_UNPRIVILEGED_USER,
        NO_POSTGRESQL_FOR_MACHINE,
        POSTGRESQL_NOT_STARTING,
        DATABASE_NOT_DURABLE,
        DATABASE_URL_WRONG,
        DATABASE_UNREACHABLE,
        DATABASE_TOO_OLD,
        BACKUP_DAMAGED,
        BACKUP_OF_NEWER_VERSION,
        BACKUP_FILE_EXISTS,
        NOTHING_TO_BACK_UP;

        /// As it stands in addresses and output: `folder-in-use`.
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Code code;
    private final String sentence;
    private final String hint;

    /// @param message what is wrong and where, one sentence
    /// @param hint a way out, one sentence
    public CannotStart(Code code, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.sentence = message;
        this.hint = hint;
    }

    public CannotStart(Code code, String message, String hint) {
        this(code, message, hint, null);
    }

    public Code code() {
        return code;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    public String hint() {
        return hint;
    }
}
