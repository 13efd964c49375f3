import type { Card } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { lengthIn } from "./board";

/// What a card shows: its name, who has it, how much it is, and what somebody should know.
export function CardFace({ card, zone }: { card: Card; zone: string }) {
  const words = useWords();
  const { t } = words;
  const dates = useDates(zone);
  const left = card.remainingMinutes ?? card.minutes;
  return (
    <>
      <b>{card.name}</b>
      <span className="facts">
        <span className="key">{card.key}</span>
        {card.bug && <span className="c-late">{t("board.bug")}</span>}
        {card.who.map(({ name, initials }) => <span key={name} title={name}>{initials}</span>)}
        {card.done ? <span>{dates.day(card.finish)}</span> : left !== undefined && <span>{lengthIn(left, words, card.elapsed)}</span>}
        {!card.done && card.likely && <span>{t("board.likely", { day: dates.day(card.likely) })}</span>}
      </span>
      {card.waits.map(({ what, due, late, standsStill }) => (
        <em key={what} className={late ? "c-risk mark" : "c-wait"}>
          {t(standsStill ? "board.standsStill" : "board.needs", { what, due: due ? dates.day(due) : "", has: due ? "yes" : "no" })}
        </em>
      ))}
      {card.marks.map(({ kind, at }) => (
        <em key={kind} className={kind === "failed" ? "c-late" : "c-risk mark"}>
          {t(`signal.mark.${kind}` as "signal.mark.failed", { at: dates.isToday(at) ? dates.time(at) : dates.day(at) })}
        </em>
      ))}
      {!card.begun && card.notReady.filter((why) => why !== "need").map((why) => (
        <em key={why} className="i3">{t(`board.notReady.${why}` as "board.notReady.aside")}</em>
      ))}
    </>
  );
}
