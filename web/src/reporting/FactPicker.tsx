import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { clientFactsQuery } from "../api/queries";
import type { ClientFact, ClientQuestion } from "../api/types";
import { useWords } from "../words/words";
import { useFactWords } from "./ClientFactList";
import { keyOf, offered } from "./facts";

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

type Of = { question: ClientQuestion; zone: string; chosen: ClientFact[]; choose: (facts: ClientFact[]) => void };

/// What the client sees, to lead to: typed for, walked through by the arrow keys, taken by Enter or a click.
export function FactPicker({ question, zone, chosen, choose }: Of) {
  const { t } = useWords();
  const say = useFactWords(zone);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const facts = useQuery({ ...clientFactsQuery(question), enabled: open }).data;
  const found = offered(facts ?? [], chosen, typed);
  const current = found[Math.min(at, found.length - 1)];
  const idOf = (fact: ClientFact) => `${list}-${keyOf(fact)}`;
  useEffect(() => {
    if (open && current) document.getElementById(`${list}-${keyOf(current)}`)?.scrollIntoView({ block: "nearest" });
  }, [open, current, list]);
  const take = (fact: ClientFact | undefined) => {
    if (!fact) return;
    choose([...chosen, fact]);
    setTyped("");
    setAt(0);
    setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (open) take(current);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className="field fact-picker">
      <label htmlFor={`${list}-typed`}>{t("fact.lead")}</label>
      {chosen.length > 0 && (
        <ul className="client-facts">
          {chosen.map((fact) => (
            <li key={keyOf(fact)}>
              <span>{say(fact).name}</span> <span className="lab">{say(fact).about}</span>{" "}
              <button className="lnk" type="button" aria-label={t("fact.leaveOf", { name: say(fact).name })} onClick={() => choose(chosen.filter((each) => each !== fact))}>
                {t("fact.leave")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={`${list}-typed`}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && current ? idOf(current) : undefined}
        placeholder={t("fact.type")}
        value={typed}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={press}
        autoComplete="off"
        spellCheck={false}
      />
      {/* It lies over what comes next, so that nothing moves away from under a click when it closes. */}
      <div className="fact-drop" hidden={!open || !facts}>
        <div id={list} role="listbox" aria-label={t("fact.lead")}>
          {open &&
            found.map((fact, i) => (
              <div key={keyOf(fact)} id={idOf(fact)} role="option" aria-selected={fact === current} onPointerMove={() => setAt(i)} onPointerDown={(event) => event.preventDefault()} onClick={() => take(fact)}>
                {say(fact).name}
                <span className="lab">{say(fact).about}</span>
              </div>
            ))}
        </div>
        <p className="note" role="status">
          {open && facts && found.length === 0 && t(facts.length === 0 ? "fact.none" : "fact.nothing")}
        </p>
      </div>
    </div>
  );
}
