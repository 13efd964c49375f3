import { useEffect, type ReactNode } from "react";
import { Fin, FinInk, Mark, Pennant } from "../ui/Fin";
import { speak } from "../words/Speaking";
import { useWords, type Language } from "../words/words";
import "./doors.css";

/// The pages before one has signed in: the question on the left, what Chargehand is on the right.
export function Door({ title, company, children, wide }: {
  title: string;
  company?: string;
  children: ReactNode;
  wide?: boolean;
}) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
  return (
    <div className="page">
      <FinInk />
      <header className="mast">
        <span className="brand">
          <Mark />
          <span>{company ?? t("app.name")}</span>
        </span>
        <div className="end">
          <LanguageSwitch />
        </div>
      </header>
      <main className={wide ? "door wide" : "door"}>
        <section className="ask">
          <h1>{title}</h1>
          {children}
        </section>
        <Aside />
      </main>
    </div>
  );
}

export function LanguageSwitch() {
  const { language, t } = useWords();
  const other: Language = language === "en" ? "de" : "en";
  return (
    <button className="btn bare" type="button" lang={other} onClick={() => void speak(other)}>
      {t("door.otherLanguage")}
    </button>
  );
}

function Aside() {
  const { t } = useWords();
  return (
    <aside aria-label={t("door.about")}>
      <p className="about">{t("door.what")}</p>
      <svg className="fin" viewBox="0 0 420 92" role="img" aria-label={t("door.picture")}>
        <rect className="done" x="0" y="49" width="96" height="6" />
        <path className="today" d="M96 8V66" />
        <Fin left={96} q={[190, 216, 258, 306, 340, 402]} top={22} base={55} />
        <Pennant at={352} top={14} base={55} />
        <path className="rule" d="M0 55.5H420" />
        <text className="ax" x="96" y="80" textAnchor="middle">
          {t("portfolio.today")}
        </text>
        <text className="ax k" x="306" y="80" textAnchor="middle">
          {t("door.likely")}
        </text>
        <text className="ax" x="364" y="12">
          {t("door.promised")}
        </text>
      </svg>
      <p className="i2">{t("portfolio.key.detail")}</p>
    </aside>
  );
}
