package chargehand.server.people;

import java.time.LocalDate;

/// A day on which nobody of a country or region has to work.
///
/// @param name in the language asked for, English where there is none in it
public record Holiday(LocalDate date, String name) {}
