import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { send } from "../api/client";
import { queries } from "../api/queries";
import type { VacancyView } from "../api/types";
import { useCan } from "../identity/session";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// Has a vacancy written from an assessment, and goes there.
export function WriteVacancy({ assessment }: { assessment: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const writing = useMutation({
    mutationFn: () => send<VacancyView>("POST", `/api/assessments/${assessment}/vacancies`, {}),
    onSuccess: ({ vacancy }) => {
      void queries.invalidateQueries({ queryKey: ["vacancies"] });
      void navigate({ to: "/hiring/vacancies/$vacancy", params: { vacancy: vacancy.id } });
    },
  });
  if (!useCan()("staffing.edit")) return null;
  return (
    <>
      {writing.error && <Notice problem={writing.error} />}
      <button className="btn go" type="button" disabled={writing.isPending} onClick={() => writing.mutate()}>
        {t("vacancy.write")}
      </button>
    </>
  );
}
