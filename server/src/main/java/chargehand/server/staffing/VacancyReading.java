package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.shared.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who may do what with which vacancy: whoever has the permission in the company, in its project, or wrote it.
@Component
class VacancyReading {
    private final Vacancies vacancies;
    private final Scopes scopes;

    VacancyReading(Vacancies vacancies, Scopes scopes) {
        this.vacancies = vacancies;
        this.scopes = scopes;
    }

    /// @throws Problem if it isn't there or isn't the caller's to see, or the caller may not do that
    Vacancy read(UUID id, Permission permission, Caller caller) {
        var vacancy = vacancies.find(id).orElseThrow(Problem::notFound);
        if (!may(Permission.STAFFING_SEE, caller, vacancy)) throw Problem.notFound();
        if (!may(permission, caller, vacancy)) throw Problem.forbidden();
        return vacancy;
    }

    boolean may(Permission permission, Caller caller, Vacancy vacancy) {
        if (caller.where(permission).company()) return true;
        var project = vacancy.project();
        return project == null
                ? vacancy.author().account().equals(caller.account())
                : caller.may(permission, project, scopes.client(project).orElse(null));
    }
}
