import { useEffect, useRef } from "react";
import { useWords, type WordKey } from "../words/words";

const everywhere: [string, WordKey][] = [
  ["Ctrl K", "keys.find"],
  ["?", "keys.keys"],
  ["g w", "keys.work"],
  ["g p", "keys.projects"],
  ["g e", "keys.people"],
  ["g c", "keys.clients"],
  ["g i", "keys.import"],
  ["g a", "keys.account"],
  ["Esc", "keys.escape"],
];
const inPlans: [string, WordKey][] = [
  ["↑ ↓", "keys.plan.rows"],
  ["← →", "keys.plan.cells"],
  ["Enter", "keys.plan.edit"],
  ["Alt ← →", "keys.plan.move"],
  ["Alt Shift ← →", "keys.plan.stretch"],
  ["Ctrl Z", "keys.plan.undo"],
  ["Ctrl Y", "keys.plan.redo"],
  ["Ctrl F2", "keys.plan.link"],
];

export default function Keys({ close }: { close: () => void }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const list = (keys: [string, WordKey][]) => (
    <dl>
      {keys.map(([key, what]) => (
        <div key={key} style={{ display: "contents" }}>
          <dt>
            <b>{key}</b>
          </dt>
          <dd>{t(what)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-labelledby="keys-title"
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="keys" tabIndex={0} role="group" aria-labelledby="keys-title">
        <h2 id="keys-title">{t("nav.keys")}</h2>
        <h3>{t("keys.everywhere")}</h3>
        {list(everywhere)}
        <h3>{t("keys.plan")}</h3>
        {list(inPlans)}
        <p className="acts">
          <button className="btn" type="button" onClick={close}>
            {t("app.close")}
          </button>
        </p>
      </div>
    </dialog>
  );
}
