import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { ask, Away } from "../api/client";
import { queries, sheetQuery } from "../api/queries";
import type { WeekSheet } from "../api/types";
import { written, type Line } from "./sheet";

const PAUSE = 700;
const AGAIN = 15_000;

export type Saving = "saved" | "saving" | "kept" | "refused";

/// Lines that the server has not taken yet, and the version that they were written on.
type Mine = { lines: Line[]; version: number };

const keepAs = (person: string, week: string) => `chargehand.hours.${person}.${week}`;

function kept(person: string, week: string): Mine | undefined {
  try {
    const text = localStorage.getItem(keepAs(person, week));
    return text ? (JSON.parse(text) as Mine) : undefined;
  } catch {
    return undefined;
  }
}

/// The hours of a week as they are being told: each line is kept in the browser until the server has it, so that what
/// is told without a network is sent when there is one again.
export function useSheet(person: string, week: string) {
  const asked = useQuery(sheetQuery(person, week));
  const sheet = asked.data;
  const [mine, setMine] = useState<Mine | undefined>(() => kept(person, week));
  const [saving, setSaving] = useState<Saving>(mine ? "kept" : "saved");
  const [problem, setProblem] = useState<unknown>();
  const sending = useRef(false);

  const keep = useCallback(
    (next: Mine | undefined) => {
      if (next) localStorage.setItem(keepAs(person, week), JSON.stringify(next));
      else localStorage.removeItem(keepAs(person, week));
      return next;
    },
    [person, week],
  );

  const take = useCallback(
    (answered: WeekSheet) => {
      queries.setQueryData(sheetQuery(person, week).queryKey, answered);
      void queries.invalidateQueries({ queryKey: ["sheets"] });
    },
    [person, week],
  );

  useEffect(() => {
    if (!mine || saving !== "kept") return;
    const send = async () => {
      if (sending.current) return;
      sending.current = true;
      setSaving("saving");
      try {
        const { body } = await ask<WeekSheet>(`/api/people/${person}/sheets/${week}`, { method: "PUT", body: written(mine.lines), ifMatch: mine.version });
        take(body);
        setMine((now) => keep(now === mine || !now ? undefined : { ...now, version: body.version }));
        setSaving((now) => (now === "saving" ? "saved" : now));
      } catch (failed) {
        setSaving(failed instanceof Away ? "kept" : "refused");
        setProblem(failed instanceof Away ? undefined : failed);
      } finally {
        sending.current = false;
      }
    };
    const first = setTimeout(() => void send(), PAUSE);
    const again = setInterval(() => void send(), AGAIN);
    const online = () => void send();
    window.addEventListener("online", online);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      window.removeEventListener("online", online);
    };
  }, [mine, saving, person, week, take, keep]);

  const change = (lines: Line[]) => {
    setProblem(undefined);
    setSaving("kept");
    setMine(keep({ lines, version: mine?.version ?? sheet?.version ?? 0 }));
  };

  const drop = () => {
    setMine(keep(undefined));
    setProblem(undefined);
    setSaving("saved");
    void queries.invalidateQueries({ queryKey: sheetQuery(person, week).queryKey });
  };

  return { asked, lines: mine?.lines ?? sheet?.lines ?? [], change, saving, problem, drop, take };
}
