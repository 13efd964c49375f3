import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { searchQuery } from "../api/queries";
import type { Found } from "../api/types";
import { useCan } from "../identity/session";
import { signOut, usePlaces } from "../ui/Masthead";
import { setTheme, useScheme } from "../ui/look";
import { useWords } from "../words/words";

type Entry = { id: string; group: string; name: string; hint?: string; do: () => void };

/// Find or do: pages, actions, and everything that the reader may see.
export default function Palette({ close, keys }: { close: () => void; keys: () => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const entries = useEntries(useDeferredValue(typed), keys);
  const chosen = entries[Math.min(at, entries.length - 1)];

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(`${list}-${chosen?.id}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen?.id, list]);

  const act = (entry: Entry | undefined) => {
    if (!entry) return;
    close();
    entry.do();
  };
  const press = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((Math.min(at, entries.length - 1) + step + entries.length) % Math.max(1, entries.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      act(chosen);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t("find.open")}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        aria-label={t("find.ask")}
        placeholder={t("find.ask")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="found" id={list} role="listbox" aria-label={t("find.found")} tabIndex={-1}>
        {entries.map((entry, i) => (
          <div key={entry.id} role="presentation">
            {entry.group !== entries[i - 1]?.group && <h2 role="presentation">{entry.group}</h2>}
            <div
              id={`${list}-${entry.id}`}
              role="option"
              aria-selected={entry === chosen}
              onPointerMove={() => setAt(i)}
              onClick={() => act(entry)}
            >
              {entry.name}
              {entry.hint && <span>{entry.hint}</span>}
            </div>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="empty" role="status">{t("find.nothing", { words: typed })}</p>}
      <p className="foot" aria-hidden="true">
        <span>{t("find.walk")}</span>
        <span>{t("find.go")}</span>
        <span>{t("find.leave")}</span>
      </p>
    </dialog>
  );
}

function useEntries(typed: string, keys: () => void): Entry[] {
  const { t } = useWords();
  const found = useQuery({ ...searchQuery(typed.trim()), placeholderData: (before) => before });
  const own = useOwnEntries(keys);
  const open = useOpener();
  return useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    const mine = wanted ? own.filter((entry) => entry.name.toLowerCase().includes(wanted)) : own;
    if (wanted.length < 2) return mine;
    const theirs = (found.data ?? [])
      .filter((one) => one.noun !== "page")
      .map((one) => ({
        id: `${one.noun}-${one.id}`,
        group: t(`find.noun.${one.noun as "project"}`),
        name: one.name,
        hint: one.hint,
        do: () => open(one),
      }));
    return [...theirs.toSorted((a, b) => a.group.localeCompare(b.group)), ...mine];
  }, [typed, found.data, own, open, t]);
}

function useOwnEntries(keys: () => void): Entry[] {
  const { t } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const places = usePlaces();
  const scheme = useScheme();
  return useMemo(() => {
    const go = (to: string) => () => void navigate({ to });
    const pages = [...places, { to: "/notices", name: t("notices.title") }, { to: "/account", name: t("nav.account") }, { to: "/api", name: t("reference.title") }];
    if (can("people.see")) pages.push({ to: "/people/load", name: t("people.load.title") });
    const acts: { name: string; do: () => void }[] = [];
    if (can("project.create")) {
      acts.push({ name: t("project.new"), do: go("/projects/new") }, { name: t("import.title"), do: go("/import") });
    }
    if (can("people.edit")) acts.push({ name: t("people.add"), do: go("/people/new") });
    const other = scheme === "dark" ? "light" : "dark";
    acts.push(
      { name: t(other === "dark" ? "find.act.dark" : "find.act.light"), do: () => setTheme(other) },
      { name: t("nav.keys"), do: keys },
      { name: t("nav.signOut"), do: () => void signOut() },
    );
    return [
      ...pages.map((page) => ({ id: `page-${page.to.slice(1).replace("/", "-")}`, group: t("find.pages"), name: page.name, do: go(page.to) })),
      ...acts.map((act, i) => ({ id: `act-${i}`, group: t("find.acts"), ...act })),
    ];
  }, [t, can, navigate, places, scheme, keys]);
}

function useOpener(): (found: Found) => void {
  const navigate = useNavigate();
  return useMemo(
    () => (found) => {
      if (found.noun === "person") return void navigate({ to: `/people/${found.id}` });
      if (found.noun === "client") return void navigate({ to: "/clients" });
      if (found.noun === "log") return void navigate({ to: `/projects/${found.project}/log` as string });
      if (found.noun === "question") return void navigate({ to: `/projects/${found.project}/updates` as string });
      if (found.noun === "task") return void navigate({ to: `/projects/${found.project}?task=${found.id}` as string });
      return void navigate({ to: `/projects/${found.id}` });
    },
    [navigate],
  );
}
