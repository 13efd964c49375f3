import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { peopleQuery } from "../api/queries";
import type { JobApplicationView, Mitigation } from "../api/types";
import { useCan } from "../identity/session";
import { ChoiceField, TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { pathOf } from "./ApplicationFrame";
import { MITIGATIONS, mitigationFor, needsSomebody } from "./mitigation";

/// What is to be done about the weaker side of a candidate: chosen before they are taken on, and theirs afterwards.
export function MitigationPart({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const [choosing, setChoosing] = useState(false);
  const weaker = view.cv?.weaker;
  const holds = view.mitigations[0];
  return (
    <section className="part" aria-labelledby="mitigation">
      <h2 id="mitigation">{t("takers.mitigation")}</h2>
      {weaker ? (
        <p>
          <b className="c-risk">▲ {t("mitigation.weaker", { side: t(`takers.side.${weaker}` as "takers.side.field") })}</b>
        </p>
      ) : (
        <p className="i2">{t("mitigation.neither")}</p>
      )}
      {holds ? <Held chosen={holds} /> : <p className="i2">{t("mitigation.open")}</p>}
      {choosing ? (
        <Choosing view={view} done={() => setChoosing(false)} />
      ) : (
        <p className="acts">
          <button className={holds || !weaker ? "lnk" : "btn"} type="button" onClick={() => setChoosing(true)}>
            {t(holds ? "mitigation.again" : "mitigation.choose")}
          </button>
        </p>
      )}
    </section>
  );
}

/// What was chosen, by whom and when.
function Held({ chosen }: { chosen: Mitigation }) {
  const dates = useDates();
  const { t } = useWords();
  const said = useMitigated();
  return (
    <p>
      {said(chosen)} <span className="lab">{t("mitigation.by", { name: chosen.author.name, at: dates.moment(chosen.at) })}</span>
      {chosen.reason && <span className="i2"> {chosen.reason}</span>}
    </p>
  );
}

/// "A mentor: Ada Vale".
export function useMitigated(): (chosen: Mitigation) => string {
  const { t } = useWords();
  return ({ mitigation, helperName }) => {
    const what = t(`takers.mitigation.${mitigation}` as "takers.mitigation.mentor");
    return helperName ? t("mitigation.with", { what, helper: helperName }) : what;
  };
}

function Choosing({ view, done }: { view: JobApplicationView; done: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const people = useQuery({ ...peopleQuery, enabled: can("people.see") }).data ?? [];
  const [mitigation, setMitigation] = useState(mitigationFor(view.cv?.weaker));
  const [helper, setHelper] = useState("");
  const [reason, setReason] = useState("");
  const choosing = useDoing(
    () => send("POST", `${pathOf(view)}/mitigations`, { mitigation, helper: needsSomebody(mitigation) && helper ? helper : undefined, reason: reason.trim() || undefined }),
    "vacancies",
    "people",
    "staffing",
  );
  return (
    <form className="rowed" onSubmit={(event) => {
      event.preventDefault();
      choosing.mutate(undefined, {
        onSuccess: () => {
          say(t("mitigation.kept"));
          done();
        },
      });
    }}>
      <ChoiceField label={t("takers.mitigation")} value={mitigation} onChange={(event) => setMitigation(event.target.value as typeof mitigation)}>
        {MITIGATIONS.map((each) => (
          <option key={each} value={each}>
            {t(`takers.mitigation.${each}`)}
          </option>
        ))}
      </ChoiceField>
      {needsSomebody(mitigation) && (
        <ChoiceField label={t("takers.helper")} required value={helper} onChange={(event) => setHelper(event.target.value)}>
          <option value="" />
          {people.filter(({ id, pool }) => !pool && id !== view.hire?.person).toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ChoiceField>
      )}
      <TextField label={t("takers.reason")} optional maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      {choosing.error && <Notice problem={choosing.error} />}
      <p className="acts">
        <button className="btn go" disabled={choosing.isPending}>
          {t("mitigation.keep")}
        </button>
        <button className="btn" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}
