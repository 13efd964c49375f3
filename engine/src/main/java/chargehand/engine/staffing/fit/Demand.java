package chargehand.engine.staffing.fit;

/// Something that a manager of a kind must or should have.
public enum Demand {
    /// has led projects for a year at least
    LEADING("leading", Side.MANAGEMENT, true),
    /// has a certificate of managing projects that has not run out
    MANAGEMENT_CERTIFICATE("managementCertificate", Side.MANAGEMENT, false),
    /// a master's degree in the field, or three years of work in it
    SOFTWARE_KNOWLEDGE("softwareKnowledge", Side.FIELD, true),
    /// a degree in computing
    SOFTWARE_DEGREE("softwareDegree", Side.FIELD, false),
    /// three years of work with computers, servers, storage or networks
    HARDWARE_EXPERIENCE("hardwareExperience", Side.FIELD, true),
    /// has answered for budgets
    BUDGET_EXPERIENCE("budgetExperience", Side.FIELD, true),
    /// a master's degree in management, and a bachelor's in computing or engineering
    INFRASTRUCTURE_DEGREES("infrastructureDegrees", Side.FIELD, false);

    /// Which of the two sides of a manager it belongs to.
    public enum Side {
        MANAGEMENT("management"),
        FIELD("field");

        private final String code;

        Side(String code) {
            this.code = code;
        }

        /// Stable, as programs read it.
        public String code() {
            return code;
        }
    }

    private final String code;
    private final Side side;
    private final boolean must;

    Demand(String code, Side side, boolean must) {
        this.code = code;
        this.side = side;
        this.must = must;
    }

    /// Stable, as programs read it.
    public String code() {
        return code;
    }

    public Side side() {
        return side;
    }

    /// Without it somebody is not of the kind; without what only should be, they are.
    public boolean must() {
        return must;
    }
}
