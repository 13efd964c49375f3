import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { absenceRequestsQuery, projectsQuery, requestsQuery, sheetsQuery } from "../api/queries";
import type { Request } from "../api/types";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { ToApprove } from "../hours/ToApprove";
import { AbsencesToGrant } from "./AbsencesToGrant";
import { Effect } from "./AskPart";
import { PeopleHead } from "./PeopleHead";
import "../hours/hours.css";
import "./people.css";

export default function RequestsPage() {
  return (
    <>
      <PeopleHead />
      <AbsencesToGrant />
      <ToApprove />
      <Asked of={useQuery(requestsQuery)}>{(all) => <All requests={all} />}</Asked>
    </>
  );
}

function All({ requests }: { requests: Request[] }) {
  const { t } = useWords();
  const open = requests.filter(({ state }) => state === "open");
  const closed = requests
    .filter(({ state }) => state !== "open")
    .toSorted((a, b) => (b.decided ?? "").localeCompare(a.decided ?? ""));
  const absences = useQuery(absenceRequestsQuery).data ?? [];
  const sheets = useQuery(sheetsQuery).data?.waiting ?? [];
  const others = absences.some(({ mayGrant }) => mayGrant) || sheets.length > 0;
  if (requests.length === 0 && others) return null;
  if (requests.length === 0) return <Empty title={t("requests.empty")}>{t("requests.empty.detail")}</Empty>;
  const mine = open.filter(({ mayGrant }) => mayGrant).length;
  return (
    <>
      <p className="say">
        {mine > 0 ? <b>{t("requests.sentence.mine", { mine })}</b> : t("requests.sentence.none")}{" "}
        {open.length > mine && t("requests.sentence.others", { others: open.length - mine })}
      </p>
      <ul className="asks">
        {open.map((request) => (
          <Ask key={request.id} request={request} />
        ))}
      </ul>
      {closed.length > 0 && <Decided requests={closed} />}
    </>
  );
}

function Ask({ request }: { request: Request }) {
  const { t } = useWords();
  const dates = useDates();
  const project = useQuery(projectsQuery).data?.find(({ id }) => id === request.project);
  const deciding = useDoing(
    (what: "grant" | "decline") => send("POST", `/api/requests/${request.id}/${what}`, {}),
    "requests",
    "load",
    "bookings",
  );
  const decide = async (what: "grant" | "decline") => {
    await deciding.mutateAsync(what);
    say(t(what === "grant" ? "requests.said.granted" : "requests.said.declined", { name: request.personName }));
  };
  const values = { name: request.personName, span: dates.span(request.from, request.to) };
  return (
    <li>
      <div>
        <h2>
          {t("requests.line", { project: project?.name ?? t("person.bookings.aProject") })}{" "}
          <Link className="lnk" to="/people/$person" params={{ person: request.person }}>
            {request.personName}
          </Link>
        </h2>
        {request.note && <p className="i2">{request.note}</p>}
        <p className="lab">
          {t(request.hard ? "requests.hard" : "requests.soft")} · {t("requests.asked", { at: dates.moment(request.at) })}
        </p>
        {deciding.error && <Notice problem={deciding.error} />}
      </div>
      <div>
        <p className="when">{dates.span(request.from, request.to)}</p>
        <p className="i2">{t("requests.units", { units: request.units })}</p>
        <Effect person={request.person} from={request.from} to={request.to} units={request.units} />
      </div>
      {request.mayGrant ? (
        <div className="acts">
          <button
            className="btn go"
            type="button"
            aria-label={t("requests.grantOf", values)}
            disabled={deciding.isPending}
            onClick={() => decide("grant").catch(() => undefined)}
          >
            {t("requests.grant")}
          </button>
          <button
            className="btn"
            type="button"
            aria-label={t("requests.declineOf", values)}
            disabled={deciding.isPending}
            onClick={() => decide("decline").catch(() => undefined)}
          >
            {t("requests.decline")}
          </button>
        </div>
      ) : (
        <p className="lab c-wait">{t("requests.waits")}</p>
      )}
    </li>
  );
}

function Decided({ requests }: { requests: Request[] }) {
  const { t } = useWords();
  const dates = useDates();
  const names = new Map(useQuery(projectsQuery).data?.map((project) => [project.id, project.name]));
  return (
    <section className="decided" aria-labelledby="decided-head">
      <h2 id="decided-head">{t("requests.decided")}</h2>
      <table className="tbl stack">
        <thead>
          <tr>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("ask.project")}</th>
            <th scope="col">{t("requests.when")}</th>
            <th scope="col">{t("requests.answer")}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <th scope="row">{request.personName}</th>
              <td>{names.get(request.project)}</td>
              <td>
                {dates.span(request.from, request.to)}, {t("requests.units", { units: request.units })}
              </td>
              <td>
                {t(request.state === "granted" ? "requests.state.granted" : "requests.state.declined")}
                {request.decided && <span className="lab">, {dates.moment(request.decided)}</span>}
                {request.rule && <span className="lab">, {t("requests.byRule")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
