import { useState } from "react";
import { useDoing } from "../api/doing";
import type { Estimating } from "../api/types";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { readAmount, useAmounts, type Amount } from "./estimates";

/// One estimate, a figure or a range, as tasks are estimated everywhere.
export function EstimateForm({ of, send, act, said, noted, start, label, touched = [] }: {
  of: Estimating;
  send: (estimate: Amount & { note?: string }) => Promise<unknown>;
  act: string;
  said: string;
  /// Whether one says what one thought of.
  noted?: boolean;
  start?: Amount & { note?: string };
  label?: string;
  touched?: readonly string[];
}) {
  const { t } = useWords();
  const amounts = useAmounts();
  const kind = of.kind!;
  const [text, setText] = useState(start ? amounts.say({ kind, ...start }).replaceAll("\u00a0", " ") : "");
  const [note, setNote] = useState(start?.note ?? "");
  const amount = readAmount(text, kind);
  const doing = useDoing(() => send({ ...amount!, ...(noted && note.trim() ? { note: note.trim() } : {}) }), "estimatings", ...touched);
  return (
    <form className="estimate" onSubmit={(event) => {
      event.preventDefault();
      if (amount) void doing.mutateAsync(undefined).then(() => say(said), () => undefined);
    }}>
      <TextField label={label ?? t("estimates.yours")} placeholder={t("estimates.example")} value={text} onChange={(event) => setText(event.target.value)}
        wrong={text.trim() && !amount ? t("estimates.unread") : undefined} note={amount?.low !== undefined ? t("estimates.range") : undefined} />
      {noted && <TextField label={t("estimates.note")} optional maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />}
      <button className="btn go" type="submit" disabled={!amount || doing.isPending}>{act}</button>
      {doing.error && <Notice problem={doing.error} />}
    </form>
  );
}
