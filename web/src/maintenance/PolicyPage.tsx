import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { changeWindowsQuery, maintenancePolicyQuery } from "../api/queries";
import type { MaintenancePolicy, MaintenancePolicyDetail } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { AssetsOf } from "./AssetsOf";
import { asked, drafted } from "./policyDraft";
import { RoundRows } from "./RoundRows";
import { RuleFields } from "./RuleFields";
import { StepFields } from "./StepFields";
import "./maintenance.css";

const KINDS = ["backup", "restore", "update", "upgrade", "replace", "grow"] as const;

/// One policy: what is done when to what, and what came of it; or another one.
export default function PolicyPage() {
  const { policy } = useParams({ strict: false });
  if (!policy) return <Policy />;
  return <Shown id={policy} />;
}

function Shown({ id }: { id: string }) {
  return <Asked of={useQuery(maintenancePolicyQuery(id))}>{(detail) => <Policy key={detail.policy.version} detail={detail} />}</Asked>;
}

function Policy({ detail }: { detail?: MaintenancePolicyDetail }) {
  const { t } = useWords();
  const dates = useDates();
  return (
    <>
      <PageHead title={detail?.policy.name ?? t("maintenance.new")} sub={detail && t(`maintenance.kind.${detail.policy.kind}`)}>
        <Link className="btn" to="/register/maintenance">{t("maintenance.title")}</Link>
      </PageHead>
      {detail && detail.assets.length > 0 && ["backup", "restore"].includes(detail.policy.kind) && (
        <section aria-labelledby="proven">
          <h2 id="proven" className="mt-head">{t("maintenance.proven")}</h2>
          <ul className="mt-proven days">
            {detail.assets.map(({ id, name, proven }) => (
              <li key={id}><b>{name}</b> {proven ? dates.day(proven) : <span className="c-late">▲ {t("maintenance.proven.never")}</span>}</li>
            ))}
          </ul>
        </section>
      )}
      {detail && detail.rounds.length > 0 && (
        <section aria-labelledby="rounds">
          <h2 id="rounds" className="mt-head">{t("maintenance.rounds.known")}</h2>
          <RoundRows rounds={detail.rounds} own />
        </section>
      )}
      <Form detail={detail} />
    </>
  );
}

function Form({ detail }: { detail?: MaintenancePolicyDetail }) {
  const { t } = useWords();
  const dates = useDates();
  const navigate = useNavigate();
  const edit = useCan()("assets.edit");
  const windows = useQuery(changeWindowsQuery).data?.windows ?? [];
  const [draft, setDraft] = useState(() => drafted(dates.today, detail));
  const set = (change: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...change }));
  const saving = useDoing(() => (detail
    ? send<MaintenancePolicy>("PUT", `/api/maintenance-policies/${detail.policy.id}`, asked(draft), detail.policy.version)
    : send<MaintenancePolicy>("POST", "/api/maintenance-policies", asked(draft))), "maintenance");
  return (
    <form aria-label={t("maintenance.policy")} onSubmit={(event) => {
      event.preventDefault();
      void saving.mutateAsync(undefined).then(({ id }) => {
        say(t("maintenance.saved"));
        if (!detail) void navigate({ to: "/register/maintenance/$policy", params: { policy: id } });
      }, () => undefined);
    }}>
      <fieldset className="mt-form bare" disabled={!edit} style={{ border: 0, margin: 0 }}>
        <div className="fields">
          <TextField label={t("register.name")} required maxLength={200} value={draft.name} onChange={(event) => set({ name: event.target.value })} />
          <ChoiceField label={t("maintenance.kind")} value={draft.kind} onChange={(event) => set({ kind: event.target.value as typeof draft.kind })}>
            {KINDS.map((kind) => <option key={kind} value={kind}>{t(`maintenance.kind.${kind}`)}</option>)}
          </ChoiceField>
        </div>
        <RuleFields rule={draft.rule} first={draft.first} change={(rule) => set({ rule })}>
          <DayField label={t("maintenance.first")} value={draft.first} change={(first) => set({ first })} note="" />
          <TextField label={t("maintenance.grace")} type="number" min="0" max="365" value={draft.grace} onChange={(event) => set({ grace: event.target.value })} />
        </RuleFields>
        <AssetsOf chosen={draft.assets} change={(assets) => set({ assets })} />
        <StepFields steps={draft.steps} times={detail?.times ?? []} windowed={draft.window !== ""} change={(steps) => set({ steps })} />
        <div className="fields">
          <ChoiceField label={t("maintenance.window")} value={draft.window} onChange={(event) => set({ window: event.target.value })} note={t("maintenance.window.note")}>
            <option value="">{t("maintenance.window.none")}</option>
            {windows.map(({ window }) => <option key={window.id} value={window.id}>{window.name}</option>)}
          </ChoiceField>
          <TextField label={t("maintenance.wayBack")} optional maxLength={300} value={draft.wayBack} onChange={(event) => set({ wayBack: event.target.value })} note={t("maintenance.wayBack.note")} />
          <TextField label={t("maintenance.wayBack.hours")} optional type="number" min="0" max="24" step="0.25" value={draft.wayBackHours} onChange={(event) => set({ wayBackHours: event.target.value })} />
        </div>
        <div>
          <label className="check"><input type="checkbox" checked={draft.approval} onChange={(event) => set({ approval: event.target.checked })} />{t("maintenance.approval")}</label>
          {detail && <label className="check"><input type="checkbox" checked={draft.ended} onChange={(event) => set({ ended: event.target.checked })} />{t("maintenance.end")}</label>}
        </div>
        {saving.error && <Notice problem={saving.error} />}
        {edit && <p><button className="btn go big" type="submit" disabled={saving.isPending}>{t("app.save")}</button></p>}
      </fieldset>
    </form>
  );
}
