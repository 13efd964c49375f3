import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { Person } from "../api/types";
import { useCan } from "../identity/session";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { emptyDraft, written } from "./personDraft";
import { PersonFields } from "./PersonFields";
import "./people.css";

export default function NewPerson() {
  const { t } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyDraft);
  const creating = useDoing(
    () => send<Person>("POST", "/api/people", written(draft, can("rates.see"))),
    "people",
    "load",
  );
  const create = async () => {
    const person = await creating.mutateAsync(undefined).catch(() => undefined);
    if (!person) return;
    say(t("person.added", { name: person.name }));
    await navigate({ to: "/people/$person", params: { person: person.id } });
  };
  return (
    <>
      <PageHead title={t("people.add")} />
      <form
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        {creating.error && <Notice problem={creating.error} />}
        <PersonFields draft={draft} change={setDraft} />
        <p className="lab spaced">{t("person.weekLater")}</p>
        <div className="acts">
          <button className="btn go" disabled={creating.isPending}>
            {t("person.add")}
          </button>
          <Link className="btn" to="/people">
            {t("app.cancel")}
          </Link>
        </div>
      </form>
    </>
  );
}
