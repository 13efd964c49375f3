package chargehand.server.identity;

import java.util.Locale;

/// Something that a role may do within a scope. Which role may what is decided in [Access] alone.
public enum Permission {
    COMPANY_SEE(Reach.ANYWHERE),
    COMPANY_ADMINISTER(Reach.COMPANY),
    ACCOUNTS_SEE(Reach.COMPANY),
    ACCOUNTS_EDIT(Reach.COMPANY),
    AUDIT_SEE(Reach.ANYWHERE),
    CLIENTS_SEE(Reach.ANYWHERE),
    CLIENTS_EDIT(Reach.COMPANY),
    PEOPLE_SEE(Reach.ANYWHERE),
    PEOPLE_EDIT(Reach.COMPANY),
    RATES_SEE(Reach.COMPANY),
    /// Why somebody is away, which the person and their lead see without it.
    ABSENCE_KINDS_SEE(Reach.COMPANY),
    /// Who asked for whose time.
    REQUESTS_SEE(Reach.ANYWHERE),
    TIME_GRANT(Reach.COMPANY),
    PORTFOLIO_SEE(Reach.ANYWHERE),
    PROJECT_SEE(Reach.ANYWHERE),
    PROJECT_CREATE(Reach.CLIENT),
    PROJECT_EDIT(Reach.ANYWHERE),
    PLAN_SEE(Reach.ANYWHERE),
    PLAN_EDIT(Reach.ANYWHERE),
    /// What was released to clients.
    PORTAL_SEE(Reach.ANYWHERE),
    /// What tasks wait for, what came in their way, and what was said about them: inside, not for clients.
    WORK_SEE(Reach.ANYWHERE),
    /// All that clients ask about a project.
    QUESTIONS_SEE(Reach.ANYWHERE),
    /// The answer to what a client asks in a field that one knows best; those who plan release it.
    QUESTIONS_DRAFT(Reach.ANYWHERE),
    /// What happened to the tasks that one works on oneself.
    PROGRESS_TELL(Reach.ANYWHERE),
    /// Which manager a project needs, and who could be it.
    STAFFING_SEE(Reach.ANYWHERE),
    STAFFING_EDIT(Reach.ANYWHERE),
    /// On which finished work forecasts lean, and how right they were.
    HISTORY_SEE(Reach.ANYWHERE),
    HISTORY_EDIT(Reach.COMPANY),
    /// What is run, and until when.
    ASSETS_SEE(Reach.ANYWHERE),
    ASSETS_EDIT(Reach.COMPANY),
    /// What projects cost; people's cost by part of the work only for those who see rates.
    MONEY_SEE(Reach.ANYWHERE),
    MONEY_EDIT(Reach.ANYWHERE),
    /// What is above a limit, and limits and reserves themselves.
    MONEY_APPROVE(Reach.ANYWHERE),
    /// What clients pay: contracts, sales rates, and what is left of the pay after the cost.
    SALES_SEE(Reach.ANYWHERE),
    SALES_EDIT(Reach.ANYWHERE),
    /// Parts of the pay, their invoices and payments.
    SALES_BILL(Reach.ANYWHERE),
    /// Things of one's own account, for whoever is signed in.
    SELF(Reach.ANYWHERE);

    /// How wide a grant has to be in order to give a permission: what concerns the whole company is not given by a
    /// role in one of its projects.
    enum Reach {
        COMPANY,
        CLIENT,
        ANYWHERE
    }

    private final Reach reach;

    Permission(Reach reach) {
        this.reach = reach;
    }

    boolean isGivenBy(Caller.Grant grant) {
        return switch (reach) {
            case ANYWHERE -> true;
            case CLIENT -> grant.project() == null;
            case COMPANY -> grant.project() == null && grant.client() == null;
        };
    }

    /// As programs read it: `project.create`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
