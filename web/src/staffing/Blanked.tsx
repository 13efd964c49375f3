import { useWords } from "../words/words";

const BLANK = "▇▇▇";

/// A text in which the server has blanked something: a bar stands there.
export function Blanked({ text }: { text: string }) {
  const { t } = useWords();
  return text.split(BLANK).map((part, index) => (
    <span key={index}>
      {index > 0 && (
        <span className="blank">
          <span className="unseen">{t("application.blanked")}</span>
        </span>
      )}
      {part}
    </span>
  ));
}

/// A line as evidence; of one that is blank nothing can be shown.
export function Quoted({ text }: { text: string }) {
  const { t, language } = useWords();
  const [begins, ends] = language === "de" ? "„“" : "“”";
  if (text === BLANK) return t("application.onBlank");
  return (
    <>
      {begins}<Blanked text={text} />{ends}
    </>
  );
}
