package chargehand.server.identity;

import static chargehand.server.identity.Permission.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The one place that says which role may what. A grant gives these within its scope only.
public final class Access {
    private static final Map<Role, Set<Permission>> MAY = new EnumMap<>(Role.class);

    static {
        for (var role : Role.values()) MAY.put(role, permissions(role));
    }

    private Access() {}

    static Set<Role> rolesWith(Permission permission) {
        var roles = EnumSet.noneOf(Role.class);
        MAY.forEach((role, may) -> {
            if (may.contains(permission)) roles.add(role);
        });
        return roles;
    }

    private static Set<Permission> permissions(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> EnumSet.allOf(Permission.class);
            case OFFICIAL ->
                EnumSet.of(
                        COMPANY_SEE,
                        ACCOUNTS_SEE,
                        AUDIT_SEE,
                        CLIENTS_SEE,
                        CLIENTS_EDIT,
                        PEOPLE_SEE,
                        RATES_SEE,
                        REQUESTS_SEE,
                        ABSENCE_KINDS_SEE,
                        PORTFOLIO_SEE,
                        PROJECT_SEE,
                        PROJECT_CREATE,
                        PROJECT_EDIT,
                        PLAN_SEE,
                        PORTAL_SEE,
                        WORK_SEE,
                        QUESTIONS_SEE,
                        STAFFING_SEE,
                        STAFFING_EDIT,
                        HISTORY_SEE,
                        HISTORY_EDIT,
                        ASSETS_SEE,
                        ASSETS_EDIT,
                        MONEY_SEE,
                        MONEY_EDIT,
                        MONEY_APPROVE,
                        SALES_SEE,
                        SALES_EDIT,
                        SALES_BILL,
                        SELF);
            case MANAGER ->
                EnumSet.of(
                        COMPANY_SEE,
                        CLIENTS_SEE,
                        PEOPLE_SEE,
                        REQUESTS_SEE,
                        PORTFOLIO_SEE,
                        PROJECT_SEE,
                        PROJECT_CREATE,
                        PROJECT_EDIT,
                        PLAN_SEE,
                        PORTAL_SEE,
                        WORK_SEE,
                        QUESTIONS_SEE,
                        QUESTIONS_DRAFT,
                        PROGRESS_TELL,
                        PLAN_EDIT,
                        STAFFING_SEE,
                        STAFFING_EDIT,
                        HISTORY_SEE,
                        ASSETS_SEE,
                        MONEY_SEE,
                        MONEY_EDIT,
                        SALES_SEE,
                        SALES_BILL,
                        SELF);
            case DEPUTY ->
                EnumSet.of(
                        COMPANY_SEE,
                        CLIENTS_SEE,
                        PEOPLE_SEE,
                        REQUESTS_SEE,
                        PORTFOLIO_SEE,
                        PROJECT_SEE,
                        PLAN_SEE,
                        PORTAL_SEE,
                        WORK_SEE,
                        QUESTIONS_SEE,
                        QUESTIONS_DRAFT,
                        PROGRESS_TELL,
                        PLAN_EDIT,
                        STAFFING_SEE,
                        HISTORY_SEE,
                        ASSETS_SEE,
                        MONEY_SEE,
                        SELF);
            case LEAD ->
                EnumSet.of(
                        COMPANY_SEE,
                        PEOPLE_SEE,
                        REQUESTS_SEE,
                        TIME_GRANT,
                        PORTFOLIO_SEE,
                        PROJECT_SEE,
                        PLAN_SEE,
                        WORK_SEE,
                        QUESTIONS_SEE,
                        QUESTIONS_DRAFT,
                        PROGRESS_TELL,
                        STAFFING_SEE,
                        HISTORY_SEE,
                        ASSETS_SEE,
                        SELF);
            case RECRUITER -> EnumSet.of(COMPANY_SEE, PEOPLE_SEE, STAFFING_SEE, STAFFING_EDIT, SELF);
            case WORKER ->
                EnumSet.of(
                        COMPANY_SEE,
                        PEOPLE_SEE,
                        REQUESTS_SEE,
                        PROJECT_SEE,
                        PLAN_SEE,
                        WORK_SEE,
                        QUESTIONS_DRAFT,
                        PROGRESS_TELL,
                        SELF);
            case CLIENT -> EnumSet.of(PORTAL_SEE, SELF);
            case SUBCONTRACTOR -> EnumSet.of(PROJECT_SEE, PLAN_SEE, WORK_SEE, PROGRESS_TELL, SELF);
        };
    }
}
