import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { queries } from "../api/queries";
import type { Candidate, Candidates } from "../api/types";
import { useCan } from "../identity/session";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { MITIGATIONS, mitigationFor, needsSomebody } from "./mitigation";

/// Says who is to take it and what is done about the weaker side; or puts the person into their place today.
export function ChoosePart({ project, candidate, found, done }: { project: string; candidate: Candidate; found: Candidates; done: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const { weaker } = candidate.fit;
  const [mitigation, setMitigation] = useState(mitigationFor(weaker));
  const [helper, setHelper] = useState("");
  const [reason, setReason] = useState("");
  const choosing = useMutation({
    mutationFn: () =>
      send("POST", `/api/projects/${project}/choices`, {
        person: candidate.person,
        kind: found.kind,
        mitigation,
        helper: needsSomebody(mitigation) && helper ? helper : undefined,
        reason: reason.trim() || undefined,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["staffing", project] });
      say(t("takers.kept"));
      done();
    },
  });
  const appointing = useMutation({
    mutationFn: (part: "manager" | "acting" | "deputy") =>
      send("PUT", `/api/projects/${project}/accountable`, { [part]: { person: candidate.person, name: candidate.name } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["staffing", project] });
      await queries.invalidateQueries({ queryKey: ["projects"] });
      say(t("takers.appointed", { name: candidate.name }));
    },
  });
  return (
    <form className="choose" onSubmit={(event) => {
      event.preventDefault();
      choosing.mutate();
    }}>
      <div className="fields">
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
            {found.items.filter(({ person }) => person !== candidate.person).toSorted((a, b) => a.name.localeCompare(b.name)).map(({ person, name }) => (
              <option key={person} value={person}>
                {name}
              </option>
            ))}
          </ChoiceField>
        )}
        <TextField label={t("takers.reason")} optional maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      {(choosing.error ?? appointing.error) && <Notice problem={choosing.error ?? appointing.error} />}
      <p className="acts">
        <button className="btn go" disabled={choosing.isPending}>
          {t("takers.keep")}
        </button>
        {can("project.edit") &&
          (["acting", "deputy", "manager"] as const).map((part) => (
            <button key={part} className="btn" type="button" disabled={appointing.isPending} onClick={() => appointing.mutate(part)}>
              {t(`takers.${part}`)}
            </button>
          ))}
      </p>
    </form>
  );
}
