package chargehand.server.identity;

/// Something that a role may do within a scope. Which role may what is decided in [Access] alone.
public enum Permission {
    COMPANY_SEE,
    COMPANY_ADMINISTER,
    ACCOUNTS_SEE,
    ACCOUNTS_EDIT,
    AUDIT_SEE,
    CLIENTS_SEE,
    CLIENTS_EDIT,
    PEOPLE_SEE,
    PEOPLE_EDIT,
    RATES_SEE,
    /// Why somebody is away, which the person and their lead see without it.
    ABSENCE_KINDS_SEE,
    TIME_GRANT,
    PORTFOLIO_SEE,
    PROJECT_SEE,
    PROJECT_CREATE,
    PROJECT_EDIT,
    PLAN_SEE,
    PLAN_EDIT,
    /// Things of one's own account, for whoever is signed in.
    SELF
}
