import { useState } from "react";
import { Empty } from "../ui/states";
import { useWords } from "../words/words";
import { useDesk } from "./useSession";

/// Nothing planned yet: the first question.
export function EmptyPlan() {
  const { t } = useWords();
  const { session, canEdit } = useDesk();
  const [name, setName] = useState("");
  const add = () => {
    const text = name.trim() || t("planning.newTask");
    session.edit([{ kind: "addTask", task: { id: crypto.randomUUID(), name: text, kind: "effort", minutes: 480 }, last: true }], t("planning.label.add"));
  };
  return (
    <Empty title={t("planning.empty")} acts={canEdit && (
      <form className="acts" onSubmit={(event) => { event.preventDefault(); add(); }}>
        <input className="line" aria-label={t("planning.column.name")} value={name} onChange={(event) => setName(event.target.value)} />
        <button className="btn go" type="submit">{t("planning.empty.write")}</button>
        <a className="btn" href="/import">{t("planning.empty.read")}</a>
      </form>
    )}>
      {t("planning.empty.detail")}
    </Empty>
  );
}
