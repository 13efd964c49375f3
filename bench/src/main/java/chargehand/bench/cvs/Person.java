package chargehand.bench.cvs;

/// Whose CV it is: what must change nothing.
public record Person(String name, String gender, int bornIn, String nationality, String address) {
    static final Person ADA = new Person("Ada Brook", "female", 1981, "British", "12 Quay Street, Easton, WA 98101");
    static final Person CHIDI = new Person("Chidi Obi", "male", 1964, "Nigerian", "Lagerweg 3, 50667 Altstadt");
}
