import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "../words/words";
import "./interchange.css";

const formats = ["html", "pdf", "png", "svg", "ics", "xml", "csv", "json"] as const;

/// Everything a plan can be taken away as; each word says for which program it is. A list of links below a button.
export function ExportMenu({ project }: { project: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector("a")?.focus();
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node) && !button.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  const walk = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...(box.current?.querySelectorAll("a") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[(at + step + links.length) % links.length]?.focus();
  };
  return (
    <span className="export" onKeyDown={walk}>
      <button
        ref={button}
        className="btn"
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t("export.open")}
      </button>
      {open && (
        <div className="formats" id={id} ref={box}>
          <ul>
            {formats.map((format) => (
              <li key={format}>
                <a href={`/api/projects/${project}/exports/${format}`} download onClick={() => setOpen(false)}>
                  <b>{t(`export.${format}`)}</b>
                  <span>{t(`export.${format}.for`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </span>
  );
}
