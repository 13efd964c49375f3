package chargehand.engine.forecast;

/// What makes tasks go wrong together: correlations of where each falls in its spread, on the scale of the normal
/// distribution. Each at least 0, all together below 1.
///
/// @param project of any two tasks of a project: its estimators, its surprises
/// @param technology further of two tasks of the same kind of work
/// @param team further of two tasks of the same team
public record Together(double project, double technology, double team) {
    /// Each task by itself.
    public static final Together NONE = new Together(0, 0, 0);

    public Together {
        if (project < 0 || technology < 0 || team < 0 || project + technology + team >= 1)
            throw new IllegalArgumentException("Correlations (%s, %s, %s) must lie from 0 to below 1, together, too."
                    .formatted(project, technology, team));
    }

    public static Together ofProject(double correlation) {
        return new Together(correlation, 0, 0);
    }

    public Together withoutProject() {
        return new Together(0, technology, team);
    }

    public Together withoutTechnology() {
        return new Together(project, 0, team);
    }

    public Together withoutTeam() {
        return new Together(project, technology, 0);
    }
}
