import { useState, type ChangeEvent, type ReactNode } from "react";
import { useDoing } from "../api/doing";
import { useWords } from "../words/words";
import { ChoiceField } from "./Field";
import { say } from "./said";
import { Notice } from "./states";

/// A few fields that open where the thing stands: kept by one button and then said once, or put aside. What the server
/// won't take stands above the buttons, and what was written stays.
export function InPlace({ keep, touches, act, done, plain, children }: {
  keep: () => Promise<unknown>;
  touches: readonly string[];
  act?: string;
  done: () => void;
  plain?: boolean;
  children: ReactNode;
}) {
  const { t } = useWords();
  const keeping = useDoing(keep, ...touches);
  return (
    <form
      className={plain ? "noting" : "rowed"}
      onSubmit={(event) => {
        event.preventDefault();
        keeping.mutate(undefined, {
          onSuccess: () => {
            say(t("app.saved"));
            done();
          },
        });
      }}
    >
      {children}
      {keeping.error && <Notice problem={keeping.error} />}
      <p className="acts">
        <button className="btn go" disabled={keeping.isPending}>
          {act ?? t("app.save")}
        </button>
        <button className="btn" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}

/// What is written in such a form, and for each of its parts what a field needs to show and change it.
export function useDraft<Draft extends Record<string, string | boolean>>(first: Draft | (() => Draft)) {
  const [draft, setDraft] = useState(first);
  return {
    draft,
    text: <Name extends keyof Draft>(name: Name) => ({
      value: draft[name] as string,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) => setDraft({ ...draft, [name]: event.target.value }),
    }),
    check: <Name extends keyof Draft>(name: Name) => ({
      checked: draft[name] as boolean,
      onChange: (event: ChangeEvent<HTMLInputElement>) => setDraft({ ...draft, [name]: event.target.checked }),
    }),
  };
}

/// What something shows of somebody, by whoever looked: three words, the same everywhere.
export function FindingField({ label, of = "interview", ...field }: {
  label: string;
  of?: "interview" | "certificate";
  value: string;
  onChange: (event: ChangeEvent<HTMLSelectElement>) => void;
}) {
  const { t } = useWords();
  return (
    <ChoiceField label={label} {...field}>
      {(["met", "notMet", "unclear"] as const).map((each) => (
        <option key={each} value={each}>
          {t(`${of}.finding.${each}`)}
        </option>
      ))}
    </ChoiceField>
  );
}
