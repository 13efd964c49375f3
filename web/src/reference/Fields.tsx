import { useState } from "react";
import { useWords } from "../words/words";
import { kindOf, partsOf, withoutNull, type Description, type Schema } from "./description";

type Part = { name: string; schema: Schema; needed: boolean; note?: string };

/// The fields of a schema; those that have fields themselves can be opened.
export function Fields({ api, of, parts }: { api: Description; of?: Schema; parts?: readonly Part[] }) {
  const shown = parts ?? (of ? partsOf(of, api) : []);
  return (
    <>
      {of && <code className="kind">{kindOf(of)}</code>}
      <ul className="parts">
        {shown.map((part, i) => (
          <li key={part.name || i}>
            <Field api={api} part={part} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Field({ api, part }: { api: Description; part: Part }) {
  const { t, language } = useWords();
  const [open, setOpen] = useState(false);
  const { schema, nullable } = withoutNull(part.schema);
  const head = (
    <>
      {part.name && <b>{part.name}</b>} <code className="kind">{kindOf(schema)}</code>
      {part.name && !part.needed && (
        <span className="m" lang={language}>
          {t("reference.optional")}
        </span>
      )}
      {nullable && (
        <span className="m" lang={language}>
          {t("reference.nullable")}
        </span>
      )}
      {part.note && (
        <span className="m">
          <Coded>{part.note}</Coded>
        </span>
      )}
    </>
  );
  if (partsOf(schema, api).length === 0) return <p>{head}</p>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{head}</summary>
      {open && <Fields api={api} parts={partsOf(schema, api)} />}
    </details>
  );
}

/// A text whose `words of programs` are set as such.
export function Coded({ children }: { children: string }) {
  return children.split("`").map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
}
