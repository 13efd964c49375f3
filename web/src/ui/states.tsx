import { useEffect, useState, type ReactNode } from "react";
import { Away, Problem } from "../api/client";
import { useWords } from "../words/words";

/// Nothing here yet: the first question, what comes of answering it, and how.
export function Empty({ title, children, acts }: { title: string; children?: ReactNode; acts?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}

/// Nothing for 300 ms, then the rows that will come.
export function Waiting({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="skeleton">
      <ul aria-hidden="true">
        {[150, 118, 136, 96].map((width, row) => (
          <li key={width}>
            <i style={{ width }} />
            <u style={{ left: 210 + row * 24, width: 60 + row * 9 }} />
          </li>
        ))}
      </ul>
      <p role="status">{children ?? t("app.loading")}</p>
    </div>
  );
}

/// What a problem means, in the reader's language: what is, what is not lost, ways on; the code last and small.
export function useProblemWords(): (failed: unknown) => { title: string; detail?: string; hint?: string; code?: string } {
  const { t, word, language } = useWords();
  // The server says it in English and knows the particular case; the catalogue knows the kind, in every language.
  const better = (ours: string | undefined, theirs: string | undefined) => (language === "en" ? (theirs ?? ours) : (ours ?? theirs));
  return (failed) => {
    if (failed instanceof Away) return { title: t("app.away"), detail: t("app.away.detail") };
    if (!(failed instanceof Problem)) return { title: t("app.bug"), detail: t("app.bug.detail"), code: String(failed) };
    const { code, title, detail, hint, values, traceId, status } = failed.details;
    const said = (part: string) => word(`problem.${code}.${part}`, sayable(values));
    return {
      title: said("title") ?? title ?? t("app.bug"),
      detail: better(said("detail"), detail),
      hint: better(said("hint"), hint),
      code: [code, status, traceId?.slice(0, 8)].filter(Boolean).join(" · "),
    };
  };
}

function sayable(values: Record<string, unknown> | undefined): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter(([, value]) => typeof value === "string" || typeof value === "number"),
  ) as Record<string, string | number>;
}

export function Notice({ problem, kind = "", again }: { problem: unknown; kind?: string; again?: () => void }) {
  const { t } = useWords();
  const said = useProblemWords()(problem);
  return (
    <div className={`notice ${kind}`} role="alert">
      <b>{said.title}</b>
      {said.detail && <p>{said.detail}</p>}
      {said.hint && <p>{said.hint}</p>}
      {again && (
        <p className="acts">
          <button className="btn" type="button" onClick={again}>
            {t("app.tryAgain")}
          </button>
        </p>
      )}
      {said.code && <p className="code">{said.code}</p>}
    </div>
  );
}

/// For a question to the server: waiting, problem, or what it answered.
export function Asked<T>({ of, children, waiting }: {
  of: { data?: T; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
  waiting?: ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) {
    return (
      <div className="narrow">
        <Notice problem={of.error} again={() => of.refetch()} />
      </div>
    );
  }
  return waiting ?? <Waiting />;
}
