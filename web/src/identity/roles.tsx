import { useQuery } from "@tanstack/react-query";
import { clientsQuery, projectsQuery } from "../api/queries";
import type { Grant, RoleName, ScopeName } from "../api/types";
import { ChoiceField } from "../ui/Field";
import { useWords } from "../words/words";
import { useSession } from "./session";

export type WantedRole = { role: RoleName; scope: ScopeName; id?: string };

export const roleNames: readonly RoleName[] = [
  "administrator",
  "official",
  "manager",
  "deputy",
  "lead",
  "recruiter",
  "worker",
  "client",
  "subcontractor",
];

/// What a role is for is said where it is given.
export function RoleFields({ value, change }: { value: WantedRole; change: (value: WantedRole) => void }) {
  const { t } = useWords();
  const { company } = useSession()!;
  const clients = useQuery(clientsQuery).data ?? [];
  const projects = useQuery(projectsQuery).data ?? [];
  const where = value.scope === "company" ? "company" : `${value.scope} ${value.id}`;
  return (
    <div className="fields">
      <ChoiceField label={t("roles.role")} value={value.role} note={t(`role.${value.role}.may`)}
        onChange={(event) => change({ ...value, role: event.target.value as RoleName })}>
        {roleNames.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField label={t("roles.where")} value={where}
        onChange={(event) => {
          const [scope, id] = event.target.value.split(" ");
          change({ role: value.role, scope: scope as ScopeName, id });
        }}>
        <option value="company">{t("roles.company", { company: company.name })}</option>
        {clients.length > 0 && (
          <optgroup label={t("nav.clients")}>
            {clients.map((client) => (
              <option key={client.id} value={`client ${client.id}`}>
                {client.name}
              </option>
            ))}
          </optgroup>
        )}
        {projects.length > 0 && (
          <optgroup label={t("nav.projects")}>
            {projects.map((project) => (
              <option key={project.id} value={`project ${project.id}`}>
                {project.name}
              </option>
            ))}
          </optgroup>
        )}
      </ChoiceField>
    </div>
  );
}

/// "manager, Patient app"
export function useRoleWords(): (grant: Pick<Grant, "role" | "scope" | "id" | "name">) => string {
  const { t } = useWords();
  const { company } = useSession()!;
  const clients = useQuery(clientsQuery).data;
  const projects = useQuery(projectsQuery).data;
  return ({ role, scope, id, name }) => {
    const known = [...(clients ?? []), ...(projects ?? [])].find((each) => each.id === id)?.name;
    return t("account.role", { role: t(`role.${role}`), scope: name ?? (scope === "company" ? company.name : (known ?? "–")) });
  };
}
