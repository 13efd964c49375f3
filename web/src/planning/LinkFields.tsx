import { useState } from "react";
import { formatExtent, parseExtent } from "../gantt/model/extent";
import { Working } from "../gantt/model/working";
import { useWords } from "../words/words";
import type { Link, LinkType, Task } from "./plan";
import { TextField } from "./TaskPanel";
import { useDesk } from "./useSession";

const TYPES: LinkType[] = ["FS", "SS", "FF", "SF"];

/// What a task waits for, and a field to add to it.
export function LinkFields({ task }: { task: Task }) {
  const { plan, canEdit } = useDesk();
  const links = plan.links.filter((link) => link.successor === task.id);
  return (
    <div className="links">
      {links.map((link) => (
        <LinkLine key={link.predecessor} link={link} />
      ))}
      {canEdit && <AddLink task={task} />}
    </div>
  );
}

function LinkLine({ link }: { link: Link }) {
  const { t, locale } = useWords();
  const { session, plan, byId, zone, open, canEdit } = useDesk();
  const other = byId.get(link.predecessor);
  const name = other?.name ?? link.predecessor;
  const working = new Working(zone, plan.calendar);
  const days = { minutesOfADay: working.minutesOfADay(), daysOfAWeek: working.daysOfAWeek() };
  const units = { m: t("planning.unit.m"), h: t("planning.unit.h"), d: t("planning.unit.d"), w: t("planning.unit.w"), elapsed: t("planning.unit.elapsed"), locale };
  const label = t("planning.label.link", { task: name });
  const set = (part: Partial<Link>) => session.edit([{ kind: "setLink", ...link, ...part }], label);
  const lag = link.lag ? (link.lag.value < 0 ? "−" : "+") + (link.lag.kind === "percent" ? `${Math.abs(link.lag.value)} %` : formatExtent(link.lag.kind === "elapsed" ? "elapsed" : "duration", Math.abs(link.lag.value), days, units)) : "";
  const readLag = (text: string) => {
    if (text === "") return set({ lag: undefined });
    const sign = /^[−-]/.test(text) ? -1 : 1;
    const read = parseExtent(text.replace(/^[+−-]\s*/, ""), "duration", days);
    if (!read?.minutes) return false;
    return set({ lag: { kind: read.kind === "elapsed" ? "elapsed" : "working", value: sign * read.minutes } });
  };
  return (
    <div className="link">
      <button className="lnk" type="button" onClick={() => open(link.predecessor)}>
        {name}
      </button>
      <select aria-label={t("planning.link.type", { task: name })} value={link.type} disabled={!canEdit} onChange={(event) => set({ type: event.target.value as LinkType })}>
        {TYPES.map((type) => (
          <option key={type} value={type}>
            {t(`planning.link.${type}`)}
          </option>
        ))}
      </select>
      {canEdit && <TextField label={t("planning.link.lag", { task: name })} value={lag} hint={t("planning.link.lag.hint")} take={readLag} />}
      {canEdit && (
        <button className="x" type="button" aria-label={t("planning.link.remove", { task: name })}
          onClick={() => session.edit([{ kind: "removeLink", predecessor: link.predecessor, successor: link.successor }], t("planning.label.unlink"))}>
          ✕
        </button>
      )}
    </div>
  );
}

/// A task by its number or by what its name has in it.
function AddLink({ task }: { task: Task }) {
  const { t } = useWords();
  const { session, plan, numbers } = useDesk();
  const [text, setText] = useState("");
  const words = text.trim().toLocaleLowerCase();
  const known = new Set(plan.links.filter((link) => link.successor === task.id).map((link) => link.predecessor));
  const found = words === "" ? [] : plan.tasks.filter((other) => other.id !== task.id && !known.has(other.id) && (numbers.get(other.id) === words || other.name.toLocaleLowerCase().includes(words))).slice(0, 8);
  const add = (other: Task) => {
    session.edit([{ kind: "addLink", predecessor: other.id, successor: task.id, type: "FS" }], t("planning.label.link", { task: other.name }));
    setText("");
  };
  return (
    <div className="add-link">
      <input
        className="quiet"
        aria-label={t("planning.link.add")}
        placeholder={t("planning.link.add")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && found[0]) add(found[0]);
          if (event.key === "Escape") setText("");
        }}
      />
      {found.length > 0 && (
        <ul>
          {found.map((other) => (
            <li key={other.id}>
              <button type="button" onClick={() => add(other)}>
                <span className="lab">{numbers.get(other.id)}</span> {other.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
