package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.work.Need.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Needs, complications, comments and hours that others hand over whole, as a made-up company does.
@Service
public class WorkIntake {
    private final NeedEditing needs;
    private final ComplicationTelling complications;
    private final Commenting comments;
    private final SheetEditing sheets;

    WorkIntake(NeedEditing needs, ComplicationTelling complications, Commenting comments, SheetEditing sheets) {
        this.needs = needs;
        this.complications = complications;
        this.comments = comments;
        this.sheets = sheets;
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

    /// @param minutes seven, from Monday on
    public record Worked(UUID project, String task, List<Integer> minutes) {}

    /// A week of the caller's, told and submitted.
    ///
    /// @param week its Monday
    public void hours(Caller by, LocalDate week, List<Worked> worked) {
        var person = Objects.requireNonNull(by.person());
        var lines = worked.stream()
                .map(each -> new SheetWrite.LineWrite(each.project(), each.task(), null, null, each.minutes()))
                .toList();
        sheets.write(by, person, week, new SheetWrite(lines), 0);
        sheets.submit(by, person, week);
    }
}
