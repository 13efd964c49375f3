import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from "react";
import { useWords } from "../words/words";

type Around = { label: string; note?: ReactNode; wrong?: ReactNode; optional?: boolean };

/// A line to write on, with its label above and what is wrong with it below.
export function TextField({ label, note, wrong, optional, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="field">
      <Label id={id} label={label} optional={optional} />
      <input id={id} aria-invalid={wrong ? true : undefined} aria-describedby={note || wrong ? `${id}-note` : undefined} {...input} />
      <Below id={id} note={note} wrong={wrong} />
    </div>
  );
}

export function ChoiceField({ label, note, wrong, optional, children, ...select }: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <div className="field">
      <Label id={id} label={label} optional={optional} />
      <select id={id} aria-invalid={wrong ? true : undefined} aria-describedby={note || wrong ? `${id}-note` : undefined} {...select}>
        {children}
      </select>
      <Below id={id} note={note} wrong={wrong} />
    </div>
  );
}

/// One of a few, all of them in sight.
export function Segments<T extends string>({ label, options, value, choose, name }: {
  label: string;
  name: string;
  options: readonly { value: T; name: string }[];
  value: T;
  choose: (value: T) => void;
}) {
  return (
    <fieldset>
      <legend className="legend">{label}</legend>
      <span className="seg">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => choose(option.value)} />
            {option.name}
          </label>
        ))}
      </span>
    </fieldset>
  );
}

function Label({ id, label, optional }: { id: string; label: string; optional?: boolean }) {
  const { t } = useWords();
  return (
    <label htmlFor={id}>
      {label}
      {optional && `, ${t("app.optional")}`}
    </label>
  );
}

function Below({ id, note, wrong }: { id: string; note?: ReactNode; wrong?: ReactNode }) {
  if (!note && !wrong) return null;
  return (
    <div id={`${id}-note`}>
      {wrong && <p className="wrong">{wrong}</p>}
      {note && <p className="note">{note}</p>}
    </div>
  );
}
