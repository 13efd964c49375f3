import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { ask } from "../api/client";
import { useDoing } from "../api/doing";
import { peopleQuery } from "../api/queries";
import type { Contract } from "../api/types";
import { DayField } from "../ui/DayField";
import { useDates } from "../ui/dates";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { AmountField, amountOf, typed, useAmount } from "./AmountField";

const KINDS = ["fixedPrice", "timeAndMaterials", "capped", "retainer"] as const;

type Sold = { whose: string; role: string; since: string; hour: string; currency: string };

/// The contract with its sales rates, written as a whole.
export function ContractForm({ project, contract, currency }: { project: string; contract?: Contract; currency: string }) {
  const { t } = useWords();
  const dates = useDates();
  const { data: people } = useQuery(peopleQuery);
  const [kind, setKind] = useState<Contract["kind"]>(contract?.kind ?? "fixedPrice");
  const amount = useAmount(currency, contract?.amount);
  const [since, setSince] = useState(contract?.since ?? dates.today);
  const [until, setUntil] = useState(contract?.until ?? "");
  const [note, setNote] = useState(contract?.note ?? "");
  const [material, setMaterial] = useState(contract?.materialPercent?.toString() ?? "");
  const byHour = kind === "timeAndMaterials" || kind === "capped";
  const [rates, setRates] = useState<Sold[]>(() => (contract?.rates ?? []).map(({ person, role, since: from, hour }) => ({ whose: person ?? (role ? "role" : ""), role: role ?? "", since: from, hour: typed(hour), currency: hour.currency })));
  const body = {
    kind, since, note, materialPercent: byHour && material.trim() !== "" ? Number(material) : undefined, until: kind === "retainer" ? until : undefined, amount: kind === "timeAndMaterials" ? undefined : amount.money,
    rates: rates.map(({ whose, role, since: from, hour, currency: code }) => ({ person: whose && whose !== "role" ? whose : undefined, role: whose === "role" ? role : undefined, since: from, hour: amountOf(hour, code) })),
  };
  const saving = useDoing(() => ask(`/api/projects/${project}/contract`, { method: "PUT", ifMatch: contract?.version ?? 0, body }), "contract");
  const save = (event: FormEvent) => {
    event.preventDefault();
    void saving.mutateAsync(undefined).then(() => say(t("contract.saved")), () => undefined);
  };
  const change = (place: number, what: Partial<Sold>) => setRates(rates.map((each, i) => (i === place ? { ...each, ...what } : each)));
  return (
    <details className="add-line money-part" open={!contract}>
      <summary>{t(contract ? "contract.change" : "contract.write")}</summary>
      <form onSubmit={save}>
        <div className="fields">
          <ChoiceField label={t("contract.kind")} value={kind} onChange={(event) => setKind(event.target.value as Contract["kind"])}>
            {KINDS.map((each) => <option key={each} value={each}>{t(`contract.kind.${each}`)}</option>)}
          </ChoiceField>
          {kind !== "timeAndMaterials" && <AmountField label={t(`contract.amount.${kind}`)} of={amount} />}
          <DayField label={t("contract.since")} value={since} change={setSince} />
          {kind === "retainer" && <DayField label={t("contract.until")} value={until} change={setUntil} />}
          {byHour && <TextField label={t("contract.material")} optional type="number" min={0} max={200} step={1} note={t("contract.material.note")} value={material} onChange={(event) => setMaterial(event.target.value)} />}
          <TextField label={t("contract.note")} optional value={note} onChange={(event) => setNote(event.target.value)} />
        </div>
        <fieldset className="sold">
          <legend>{t("contract.rates")}</legend>
          <p className="i2">{t("contract.rates.detail")}</p>
          {rates.map((each, i) => (
            <div className="rate" key={i}>
              <ChoiceField label={t("contract.rate.whose")} value={each.whose} onChange={(event) => change(i, { whose: event.target.value })}>
                <option value="">{t("contract.rate.everybody")}</option>
                <option value="role">{t("contract.rate.role")}</option>
                {people?.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
              </ChoiceField>
              {each.whose === "role" && <TextField label={t("contract.rate.skill")} required value={each.role} onChange={(event) => change(i, { role: event.target.value })} />}
              <DayField label={t("money.exchange.since")} value={each.since} change={(day) => change(i, { since: day })} />
              <TextField label={t("contract.rate.hour")} required inputMode="decimal" value={each.hour} wrong={each.hour !== "" && !amountOf(each.hour, each.currency) ? t("money.amount.wrong") : undefined} onChange={(event) => change(i, { hour: event.target.value })} />
              <TextField label={t("money.currency")} required maxLength={3} value={each.currency} onChange={(event) => change(i, { currency: event.target.value.toUpperCase() })} />
              <button className="btn bare" type="button" onClick={() => setRates(rates.filter((_, place) => place !== i))}>{t("money.remove")}<span className="sr">: {t("contract.rate.nth", { number: i + 1 })}</span></button>
            </div>
          ))}
          <p className="acts"><button className="btn" type="button" onClick={() => setRates([...rates, { whose: "", role: "", since, hour: "", currency: amount.currency }])}>{t("contract.rate.add")}</button></p>
        </fieldset>
        {saving.error && <Notice problem={saving.error} />}
        <p className="acts"><button className="btn go" type="submit" disabled={saving.isPending}>{t("contract.save")}</button></p>
      </form>
    </details>
  );
}
