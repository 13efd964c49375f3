package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.work.Need.State;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Needs, complications and comments that others hand over whole, as a made-up company does.
@Service
public class WorkIntake {
    private final NeedEditing needs;
    private final ComplicationTelling complications;
    private final Commenting comments;

    WorkIntake(NeedEditing needs, ComplicationTelling complications, Commenting comments) {
        this.needs = needs;
        this.complications = complications;
        this.comments = comments;
    }

    /// @param owner the person who sees to it; null for the client, or nobody
    /// @param met how it was met, or null while it isn't
    public record NewNeed(
            String kind,
            String what,
            @Nullable UUID owner,
            boolean ofClient,
            @Nullable LocalDate due,
            @Nullable String met) {}

    public void need(Caller by, UUID project, String task, NewNeed need) {
        var kind = Need.Kind.valueOf(need.kind());
        var written = new NeedWrite(kind, need.what(), need.owner(), need.ofClient(), need.due());
        var asked = needs.ask(by, project, task, written);
        if (need.met() != null) needs.close(by, asked.id(), State.met, need.met());
    }

    /// @param minutes that it costs, or null
    /// @param done what was done about it, or null while it is open
    public void complication(
            Caller by, UUID project, String task, String what, @Nullable Integer minutes, @Nullable String done) {
        var told = complications.tell(by, project, task, what, minutes, false);
        if (done != null) complications.close(by, project, told.id(), done);
    }

    public void comment(Caller by, UUID project, String task, String text) {
        comments.say(by, project, task, text);
    }
}
