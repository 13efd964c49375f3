package chargehand.files.own;

/// Makes something of a text that somebody wrote.
@FunctionalInterface
interface Parsing<T> {
    T parse(String text) throws BadValue;
}
