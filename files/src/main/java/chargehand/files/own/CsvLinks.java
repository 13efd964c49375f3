package chargehand.files.own;

import chargehand.engine.plan.Link;
import chargehand.engine.plan.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a task waits for, in one cell: `11FS+2d; 10SS`.
record CsvLinks(LinkText linkText, Set<TaskId> known) {
    /// Stands for an id that stood in quotes, so that nothing in it is taken for a link's type or lag.
    private static final TaskId QUOTED = new TaskId("q");

    List<Link> read(String cell, TaskId successor) throws BadValue {
        var links = new ArrayList<Link>();
        for (var text : CsvList.split(cell)) {
            var item = CsvList.item(text);
            links.add(item.isQuoted() ? quoted(item, successor) : linkText.link(text, successor, known));
        }
        return links;
    }

    private Link quoted(CsvList.Item item, TaskId successor) throws BadValue {
        var predecessor = linkText.link(item.name(), successor, known).predecessor();
        var link = linkText.link(QUOTED + item.rest(), successor, Set.of(QUOTED));
        return new Link(predecessor, successor, link.type(), link.lag());
    }

    String text(List<Link> links) {
        return String.join("; ", links.stream().map(this::text).toList());
    }

    private String text(Link link) {
        var id = link.predecessor().value();
        if (!CsvList.isAmbiguous(id) && linkText.readsBack(link, known)) return linkText.text(link);
        return CsvList.quoted(id)
                + linkText.text(new Link(QUOTED, link.successor(), link.type(), link.lag()))
                        .substring(1);
    }
}
