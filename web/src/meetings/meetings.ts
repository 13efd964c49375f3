import type { Meeting, MeetingWrite } from "../api/types";

export type MeetingDraft = {
  title: string;
  first: string;
  from: string;
  minutes: string;
  again: boolean;
  rule: string;
  place: string;
  link: string;
  persons: string[];
  without: string[];
};

const WEEKLY = "FREQ=WEEKLY;BYDAY=MO";

export function draftOf(meeting: Meeting | undefined, today: string): MeetingDraft {
  return {
    title: meeting?.title ?? "",
    first: meeting?.first ?? today,
    from: meeting?.from.slice(0, 5) ?? "09:00",
    minutes: String(meeting?.minutes ?? 30),
    again: meeting ? meeting.rule !== undefined : true,
    rule: meeting?.rule ?? WEEKLY,
    place: meeting?.place ?? "",
    link: meeting?.link ?? "",
    persons: meeting?.persons ?? [],
    without: meeting?.without ?? [],
  };
}

export function writtenOf({ title, first, from, minutes, again, rule, place, link, persons, without }: MeetingDraft): MeetingWrite {
  return {
    title: title.trim(),
    first,
    from,
    minutes: Number(minutes),
    persons,
    without,
    ...(again ? { rule } : {}),
    ...(place.trim() ? { place: place.trim() } : {}),
    ...(link.trim() ? { link: link.trim() } : {}),
  };
}

/// `09:00–09:30`, by the clock of the meeting's own zone.
export function clockOf({ from, minutes }: Pick<Meeting, "from" | "minutes">): string {
  const begin = Number(from.slice(0, 2)) * 60 + Number(from.slice(3, 5));
  return `${clock(begin)}–${clock(begin + minutes)}`;
}

const clock = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
const two = (part: number): string => String(part).padStart(2, "0");

/// Nothing but what a browser opens as a page.
export const addressOf = (link: string | undefined): string | undefined => (link && /^https?:\/\//i.test(link) ? link : undefined);

/// A rule without its end, which the next days say.
export const endless = (rule: string): string => rule.replace(/;(COUNT|UNTIL)=[^;]*/g, "");
