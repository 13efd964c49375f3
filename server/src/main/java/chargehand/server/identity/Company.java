package chargehand.server.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The company whose server this is.
///
/// @param zone in which its days are cut, as `Europe/Berlin`
/// @param country ISO 3166-1 alpha-2, by which holidays are looked up
/// @param region ISO 3166-2 without the country, as `BY`
/// @param week what a new person works: `{"monday": ["09:00-13:00", "14:00-18:00"]}`; a day that is
/// absent is free
/// @param demo whether it is made up, with a clock that started on the Monday of its first start
/// @param publicAssessment whether people who haven't signed in may ask which manager a project needs
/// @param agreement on what is derived about the work of one person
public record Company(
        String name,
        String zone,
        String country,
        @Nullable String region,
        String language,
        Map<String, List<String>> week,
        boolean demo,
        boolean publicAssessment,
        WorksAgreement agreement,
        long version) {
    public Company(
            String name,
            String zone,
            String country,
            @Nullable String region,
            String language,
            Map<String, List<String>> week,
            boolean demo,
            long version) {
        this(name, zone, country, region, language, week, demo, false, WorksAgreement.SELF, version);
    }

    static final Map<String, List<String>> USUAL_WEEK = Map.of(
            "monday", List.of("09:00-13:00", "14:00-18:00"),
            "tuesday", List.of("09:00-13:00", "14:00-18:00"),
            "wednesday", List.of("09:00-13:00", "14:00-18:00"),
            "thursday", List.of("09:00-13:00", "14:00-18:00"),
            "friday", List.of("09:00-13:00", "14:00-18:00"));
}
