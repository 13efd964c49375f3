import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get, send } from "../api/client";
import { useDoing } from "../api/doing";
import { peopleQuery, planTasksQuery } from "../api/queries";
import type { AssetList, SystemKind, UsedSystem, UsedSystems } from "../api/types";
import { useCan } from "../identity/session";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Several } from "./Several";

const KINDS: readonly SystemKind[] = ["component", "environment", "tool"];

const written = (of?: UsedSystem) => ({
  kind: of?.kind ?? ("component" as SystemKind),
  name: of?.name ?? "",
  about: of?.about ?? "",
  field: of?.field ?? "",
  link: of?.link ?? "",
  asset: of?.asset?.name ?? "",
  runsOn: of?.runsOn ?? [],
  knownBy: of?.knows.filter(({ said }) => said).map(({ person }) => person) ?? [],
  tasks: of?.tasks.map(({ task }) => task) ?? [],
});

/// A system, new or written anew.
export function SystemForm({ project, all, edited, done }: { project: string; all: UsedSystems; edited?: UsedSystem; done: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const [draft, setDraft] = useState(written(edited));
  const people = useQuery({ ...peopleQuery, enabled: can("people.see") }).data ?? [];
  const tasks = (useQuery(planTasksQuery(project)).data?.tasks ?? []).filter(({ kind }) => kind !== "summary");
  const sought = draft.asset.trim();
  const assets = useQuery({
    queryKey: ["assets", "named", sought],
    queryFn: ({ signal }) => get<AssetList>(`/api/assets?q=${encodeURIComponent(sought)}`, signal),
    enabled: can("assets.see") && sought.length > 1 && sought !== edited?.asset?.name,
  }).data?.items ?? [];
  const set = (field: keyof typeof draft) => (event: { target: { value: string } }) => setDraft((was) => ({ ...was, [field]: event.target.value }));
  const asset = sought === "" ? undefined : sought === edited?.asset?.name ? edited.asset.id : assets.find(({ name }) => name.toLowerCase() === sought.toLowerCase())?.id;
  const saving = useDoing(() => {
    const body = { ...draft, name: draft.name.trim(), field: draft.field.trim() || undefined, link: draft.link.trim() || undefined, asset };
    return edited ? send("PUT", `/api/projects/${project}/systems/${edited.id}`, body, edited.version) : send("POST", `/api/projects/${project}/systems`, body);
  }, "systems");
  const removing = useDoing(() => send("DELETE", `/api/projects/${project}/systems/${edited!.id}`, undefined, edited!.version), "systems");
  const unknown = sought !== "" && !asset;
  return (
    <form className="give" onSubmit={(event) => {
      event.preventDefault();
      saving.mutate(undefined, { onSuccess: () => { say(t("systems.saved")); setDraft(written()); done(); } });
    }}>
      <h2>{edited ? t("systems.edit.of", { name: edited.name }) : t("systems.add")}</h2>
      <ChoiceField label={t("systems.kind")} value={draft.kind} onChange={set("kind")}>
        {KINDS.map((each) => <option key={each} value={each}>{t(`systems.kind.${each}`)}</option>)}
      </ChoiceField>
      <TextField label={t("register.name")} required maxLength={300} value={draft.name} onChange={set("name")} />
      <TextField label={t("systems.about")} optional maxLength={4000} value={draft.about} onChange={set("about")} />
      <TextField label={t("systems.field")} optional maxLength={300} list="systems-fields" note={t("systems.field.note")} value={draft.field} onChange={set("field")} />
      <datalist id="systems-fields">{all.fields.map((each) => <option key={each} value={each} />)}</datalist>
      <Several label={t("systems.knows")} all={people.map(({ id, name }) => ({ id, name }))} chosen={draft.knownBy} choose={(knownBy) => setDraft({ ...draft, knownBy })} />
      <Several label={t(`systems.on.${draft.kind}`)} all={all.items.filter(({ id }) => id !== edited?.id)} chosen={draft.runsOn} choose={(runsOn) => setDraft({ ...draft, runsOn })} />
      <Several label={t("systems.tasks")} all={tasks} chosen={draft.tasks} choose={(next) => setDraft({ ...draft, tasks: next })} />
      {can("assets.see") && (
        <>
          <TextField label={t("systems.asset")} optional list="systems-assets" value={draft.asset} onChange={set("asset")} wrong={unknown && assets.length === 0 && sought.length > 1 ? t("systems.asset.unknown") : undefined} />
          <datalist id="systems-assets">{assets.map(({ id, name, line }) => <option key={id} value={name}>{line}</option>)}</datalist>
        </>
      )}
      <TextField label={t("systems.address")} optional type="url" placeholder="https://" value={draft.link} onChange={set("link")} />
      {(saving.error ?? removing.error) && <Notice problem={saving.error ?? removing.error} />}
      <div className="acts">
        <button className="btn go" type="submit" disabled={saving.isPending || unknown}>{t(edited ? "systems.save" : "systems.add")}</button>
        {edited && <button className="btn" type="button" onClick={done}>{t("app.cancel")}</button>}
        {edited && <button className="lnk" type="button" disabled={removing.isPending} onClick={() => removing.mutate(undefined, { onSuccess: () => { say(t("systems.removed")); done(); } })}>{t("systems.remove")}</button>}
      </div>
    </form>
  );
}
