import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { clientsQuery, queries } from "../api/queries";
import type { Project, ProjectKind } from "../api/types";
import { zones } from "../identity/places";
import { useSession } from "../identity/session";
import { startOfDay, useDates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { ChoiceField, Segments, TextField } from "../ui/Field";
import { PageHead } from "../ui/PageHead";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

export default function NewProject() {
  const { t } = useWords();
  const { company } = useSession()!;
  const dates = useDates();
  const navigate = useNavigate();
  const clients = useQuery(clientsQuery).data ?? [];
  const [name, setName] = useState("");
  const [client, setClient] = useState("");
  const [kind, setKind] = useState<ProjectKind>("software");
  const [start, setStart] = useState<string>(dates.today);
  const [zone, setZone] = useState(company.zone);
  const create = useMutation({
    mutationFn: () =>
      send<Project>("POST", "/api/projects", {
        name: name.trim(),
        client: client || undefined,
        kind,
        start: startOfDay(start, zone),
        zone,
      }),
    onSuccess: (project) => {
      void queries.invalidateQueries({ queryKey: ["portfolio"] });
      void queries.invalidateQueries({ queryKey: ["projects"] });
      void navigate({ to: "/projects/$project", params: { project: project.id } });
    },
  });
  return (
    <>
      <PageHead title={t("project.new")} />
      <form
        className="narrow rowed"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <p className="text">{t("project.new.detail")}</p>
        <TextField label={t("project.name")} required autoFocus maxLength={200} value={name}
          onChange={(event) => setName(event.target.value)} />
        <Segments label={t("project.kind")} name="kind" value={kind} choose={setKind}
          options={(["software", "infrastructure", "other"] as const).map((value) => ({ value, name: t(`project.kind.${value}`) }))} />
        <div className="fields">
          <ChoiceField label={t("project.client")} value={client} onChange={(event) => setClient(event.target.value)}>
            <option value="">{t("portfolio.inside")}</option>
            {clients.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </ChoiceField>
          <DayField label={t("project.start")} value={start} change={setStart} note={t("project.start.note")} />
          <ChoiceField label={t("setup.zone")} value={zone} onChange={(event) => setZone(event.target.value)}>
            {zones().map((each) => (
              <option key={each}>{each}</option>
            ))}
          </ChoiceField>
        </div>
        {create.error && <Notice problem={create.error} />}
        <p className="acts">
          <button className="btn go" disabled={create.isPending || !start}>
            {t("project.new.act")}
          </button>
          <Link className="btn bare" to="/import">
            {t("project.new.read")}
          </Link>
        </p>
      </form>
    </>
  );
}
