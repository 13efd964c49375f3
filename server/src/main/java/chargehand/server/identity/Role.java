package chargehand.server.identity;

/// What somebody is to the company, a client or a project.
public enum Role {
    ADMINISTRATOR,
    OFFICIAL,
    MANAGER,
    DEPUTY,
    LEAD,
    RECRUITER,
    WORKER,
    CLIENT,
    SUBCONTRACTOR
}
