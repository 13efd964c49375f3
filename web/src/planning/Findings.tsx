import { useWords } from "../words/words";
import type { Finding } from "./plan";
import { useDesk } from "./useSession";

/// What can't be, or can't stay, as it is planned; each with its tasks and a way out.
export function Findings({ close }: { close: () => void }) {
  const { t } = useWords();
  const { plan } = useDesk();
  const order = { error: 0, warning: 1, note: 2 };
  const all = [...plan.findings].sort((a, b) => order[a.severity] - order[b.severity]);
  return (
    <aside className="side" aria-label={t("planning.findings")}>
      <header className="side-head">
        <h2>{t("planning.findings")}</h2>
        <button className="btn bare" type="button" aria-label={t("app.close")} onClick={close}>
          ✕
        </button>
      </header>
      {all.length === 0 && <p className="nb">{t("planning.findings.none.detail")}</p>}
      <ul className="findings">
        {all.slice(0, 200).map((finding, i) => (
          <Line key={finding.code + finding.tasks.join() + i} finding={finding} />
        ))}
      </ul>
    </aside>
  );
}

function Line({ finding }: { finding: Finding }) {
  const { t, language } = useWords();
  const { byId, open } = useDesk();
  const said = useFindingWords()(finding);
  return (
    <li className={finding.severity}>
      <p className="kind">{t(`planning.severity.${finding.severity}`)}</p>
      <p lang={said.translated ? undefined : language === "en" ? undefined : "en"}>{said.message}</p>
      {said.hint && <p className="m">{said.hint}</p>}
      <p className="tasks">
        {finding.tasks.slice(0, 6).map((id) => (
          <button key={id} className="lnk" type="button" onClick={() => open(id)}>
            {byId.get(id)?.name ?? id}
          </button>
        ))}
      </p>
    </li>
  );
}

/// The catalogue's words for a finding where it has them, else the server's.
function useFindingWords() {
  const { word } = useWords();
  const { dates, byId } = useDesk();
  return ({ code, values, message, hint }: Finding) => {
    const sayable: Record<string, string | number> = {};
    for (const [key, value] of Object.entries(values ?? {})) {
      if (typeof value === "number") sayable[key] = value;
      else if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)) sayable[key] = dates.weekdayDay(value);
      else if (typeof value === "string") sayable[key] = /^\d{4}-\d\d-\d\dT/.test(value) ? dates.moment(value) : (byId.get(value)?.name ?? value);
    }
    try {
      const own = word(`finding.${code}.message`, sayable);
      return { message: own ?? message, hint: (own && word(`finding.${code}.hint`, sayable)) ?? hint, translated: Boolean(own) };
    } catch {
      // A text whose values did not come says nothing; the server's sentence does.
      return { message, hint, translated: false };
    }
  };
}
