import { useQuery } from "@tanstack/react-query";
import { ask, send } from "../api/client";
import { useDoing } from "../api/doing";
import { steeringWishesQuery } from "../api/queries";
import { useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";

const PATH = "/api/steering-reports";

/// How the company wants its steering reports: with colours or without, in whose template.
export function SteeringPart() {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  const wishes = useQuery(steeringWishesQuery);
  const colouring = useDoing((colours: boolean) => send("PUT", PATH, { colours }), "steering", "updates");
  const setting = useDoing(async (file: File) => {
    const body = new FormData();
    body.append("file", file);
    await ask(`${PATH}/template`, { method: "POST", body });
    say(t("steering.template.set"));
  }, "steering");
  const removing = useDoing(() => send("DELETE", `${PATH}/template`), "steering");
  const failed = colouring.error ?? setting.error ?? removing.error;
  return (
    <section className="part">
      <h2>{t("steering.wishes")}</h2>
      <Asked of={wishes}>
        {({ colours, file, by, at }) => (
          <>
            <label className="check">
              <input type="checkbox" checked={colouring.isPending ? colouring.variables : colours} onChange={({ target }) => colouring.mutate(target.checked)} />
              {t("steering.colours")}
            </label>
            <p className="i2">{file && at ? t("steering.template.own", { file, at: dates.moment(at), name: by ?? "" }) : t("steering.template.ours")}</p>
            {failed && <Notice problem={failed} />}
            <p className="acts">
              <a className="btn" href={`${PATH}/template`} download>{t("steering.template.load")}</a>
              <input id="steering-template" className="sr" type="file" accept=".docx" disabled={setting.isPending}
                onChange={({ target }) => {
                  const chosen = target.files?.[0];
                  if (chosen) setting.mutate(chosen);
                  target.value = "";
                }} />
              <label className="btn" htmlFor="steering-template">{t("steering.template.choose")}</label>
              {file && (
                <button className="btn bare" type="button" disabled={removing.isPending} onClick={() => removing.mutate(undefined)}>{t("steering.template.remove")}</button>
              )}
            </p>
          </>
        )}
      </Asked>
    </section>
  );
}
