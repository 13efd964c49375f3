package chargehand.server.people;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a person that bears on leading a project.
///
/// @param leadingSince since when they have led projects
/// @param fieldsSince since when they have worked in a field, by its name
/// @param budgets that they have answered for
/// @param hardware that they have worked with, as "servers"
/// @param shown which of `communication`, `organisation`, `punctuality`, `leadingATeam` they have shown, with what
/// shows it
/// @param version 0 where nothing is known yet
@Schema(name = "Qualifications")
public record Qualifications(
        @Nullable LocalDate leadingSince,
        Map<String, LocalDate> fieldsSince,
        List<Certificate> certificates,
        List<Degree> degrees,
        List<Money> budgets,
        List<String> hardware,
        Map<String, String> shown,
        long version) {
    /// Nothing is known.
    public static final Qualifications NONE = new Qualifications(null, Map.of(), List.of(), List.of(), 0);

    public Qualifications {
        fieldsSince = Map.copyOf(fieldsSince);
        certificates = List.copyOf(certificates);
        degrees = List.copyOf(degrees);
        budgets = List.copyOf(budgets);
        hardware = List.copyOf(hardware);
        shown = Map.copyOf(shown);
    }

    /// Of somebody of whom neither budgets nor hardware nor what they have shown is known.
    public Qualifications(
            @Nullable LocalDate leadingSince,
            Map<String, LocalDate> fieldsSince,
            List<Certificate> certificates,
            List<Degree> degrees,
            long version) {
        this(leadingSince, fieldsSince, certificates, degrees, List.of(), List.of(), Map.of(), version);
    }

    Qualifications with(List<Certificate> others, long next) {
        return new Qualifications(leadingSince, fieldsSince, others, degrees, budgets, hardware, shown, next);
    }

    /// @param management whether it is one of managing projects
    /// @param expires the last day on which it counts; absent for one that lasts
    /// @param checked absent as long as nobody has looked it up: it is claimed
    @Schema(name = "PersonCertificate")
    public record Certificate(
            String name,
            @Nullable String issuer,
            boolean management,
            @Nullable LocalDate expires,
            @Nullable Check checked) {
        /// One that is claimed.
        public Certificate(String name, @Nullable String issuer, boolean management, @Nullable LocalDate expires) {
            this(name, issuer, management, expires, null);
        }

        boolean isCalled(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /// Somebody has looked a certificate up.
    ///
    /// @param finding `met` where the issuer's register has it, `notMet` where it has not, or `unclear`
    /// @param note where and what; may be empty
    @Schema(name = "CertificateCheck")
    public record Check(String finding, String note, String by, Instant at) {}

    /// @param level `bachelor`, `master` or `doctor`
    /// @param field as `computing`, `engineering`, `management`
    @Schema(name = "PersonDegree")
    public record Degree(String level, String field) {}
}
