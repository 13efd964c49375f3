import type { AnswerDraft, ClientFact } from "../api/types";

/// What stands in the field of a question: the draft that was read, unless something was typed or chosen instead.
export type Written = { read?: AnswerDraft; typed?: string; chosen?: ClientFact[] };

/// A draft comes into a field that is empty and was not touched. One that comes later changes nothing that may be
/// sent by the next click: it is shown beside it.
export function withDraft(written: Written, draft: AnswerDraft | undefined): Written {
  const untouched = written.typed === undefined && written.chosen === undefined;
  return draft && !written.read && untouched ? { read: draft } : written;
}

export const textOf = ({ read, typed }: Written): string => typed ?? read?.text ?? "";

/// What the client sees no longer is not taken over.
export const factsOf = ({ read, chosen }: Written): ClientFact[] => chosen ?? read?.facts.filter(({ ref }) => ref !== undefined) ?? [];

/// The draft that lies there, where it is another than the one that was read.
export const newerThan = ({ read }: Written, draft: AnswerDraft | undefined): AnswerDraft | undefined => (draft && draft.drafted.at !== read?.drafted.at ? draft : undefined);
