package chargehand.engine.staffing.cv;

/// What a part of a CV is about, by its heading.
enum Section {
    /// before any heading
    HEAD,
    SUMMARY,
    EXPERIENCE,
    PROJECTS,
    EDUCATION,
    CERTIFICATES,
    TRAINING,
    SKILLS,
    OTHER;

    boolean isWork() {
        return this == EXPERIENCE || this == PROJECTS;
    }

    /// Where certificates are listed rather than told about.
    boolean listsCertificates() {
        return this == CERTIFICATES || this == HEAD;
    }
}
