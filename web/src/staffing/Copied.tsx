import { say } from "../ui/said";
import { useWords } from "../words/words";

/// A text to be taken elsewhere.
export function Copied({ what, text, open }: { what: string; text: string; open?: boolean }) {
  const { t } = useWords();
  return (
    <details className="copied" open={open}>
      <summary>{what}</summary>
      <pre tabIndex={0}>{text}</pre>
      <button className="btn" type="button" aria-label={t("vacancy.copyOf", { what })} onClick={() => void navigator.clipboard.writeText(text).then(() => say(t("vacancy.copied")))}>
        {t("vacancy.copy")}
      </button>
    </details>
  );
}
