package chargehand.server.staffing;

import chargehand.engine.staffing.cv.Sections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Blanks in the text of a CV what must play no part: name, address, age, years of study, gender, family, nationality.
/// Rules have read the whole text all the same. It leaves employers and evidence. What it can't know it can't blank, so
/// a
/// picture of the page is never shown with it.
final class Blinding {
    private static final String BLANK = "▇▇▇";
    /// Two years with a dash are no telephone number.
    private static final Pattern CONTACT = Pattern.compile("[\\p{L}0-9._%+-]+@[\\p{L}0-9.-]+|(?:https?://|www\\.)\\S+|"
            + "(?!(?:19|20)\\d{2} ?[-/] ?(?:19|20)\\d{2}(?!\\d))(?<!\\d)\\+?\\d[\\d ()/-]{7,}\\d");
    /// A CV's years of study hint at an age.
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

    private static final Pattern STUDY = Pattern.compile(
            "\\b(bachelor|master of|b\\.?sc|m\\.?sc|b\\.?a\\.|mba|ph\\.?d|diplom|abitur|graduat\\p{L}*|universit\\p{L}*|"
                    + "hochschule|college|school|schule|studium)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    /// As headings of forms say it in the languages in which CVs are read; what only looks like it, as single sign-on,
    /// stays.
    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(born|birth|birthday|birthdate|age|nationality|citizenship|gender|sex|marital|married|"
                    + "single(?! ?-?(?:sign|point|page|source|tenant|node|team|sourc))|children(?!'s)|"
                    + "(?<!\\b(?:ip|mac|e-?mail) )address(?! book)|"
                    + "geboren|geburt\\p{L}*|alter(?=\\s*(?:[:|]|\\d))|nationalität|staatsangehörigkeit|geschlecht|familienstand|"
                    + "verheiratet|ledig|kinder|anschrift|adresse|wohnhaft|"
                    + "né|née|naissance|nationalité|(?:situation|état) (?:familiale|matrimoniale|civil)|marié|mariée|"
                    + "célibataire|enfants|sexe|âge|"
                    + "nacid[oa]|nacimiento|nacionalidad|estado civil|casad[oa]|solter[oa]|hij[oa]s|sexo|edad|domicilio|"
                    + "dirección(?=\\s*:)|nascimento|nascid[oa]|nacionalidade|solteir[oa]|filhos|idade|morada|endereço|"
                    + "nascita|nat[oa] (?:a|il)|nazionalità|cittadinanza|stato civile|coniugat[oa]|celibe|nubile|figli|"
                    + "sesso|età|indirizzo|residenza|"
                    + "geboorte\\p{L}*|nationaliteit|burgerlijke staat|gehuwd|ongehuwd|kinderen|geslacht|leeftijd|adres|"
                    + "woonplaats|urodz\\p{L}+|narodowość|obywatelstwo|stan cywilny|żonaty|zamężna|płeć|wiek|zamieszka\\p{L}*|"
                    + "född|födelse\\p{L}*|civilstånd|kön|ålder|adress)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HOW_OLD = Pattern.compile(
            "^\\W*\\d{2} (?:years old|ans|años|anni|anos|jaar|jahre(?: alt)?|lat)\\W*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_NAME = Pattern.compile(
            "curr[ií]culum v[ií]t(?:ae|æ)|cv|r[eé]sum[eé]|lebenslauf|profile?|curr[ií]culo?|hoja de vida|życiorys",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_WORDS_OF_A_NAME = 5;
    private static final int LONGEST_PERSONAL_LINE = 80;

    private final List<Pattern> names = new ArrayList<>();
    private final Set<Integer> study = new HashSet<>();
    private final int first;

    /// @param name as the person gave it; parts of it are blanked wherever they stand. Where nobody has said it, the CV
    ///     is taken to begin with it.
    Blinding(String name, List<CvChecked.Line> lines) {
        var begins = lines.stream()
                .filter(each -> !each.text().isBlank()
                        && !NO_NAME.matcher(each.text().strip()).matches())
                .filter(each -> each.text().split("\\s+").length <= MOST_WORDS_OF_A_NAME)
                .findFirst();
        first = begins.map(CvChecked.Line::n).orElse(0);
        // Under a heading of its own the text says what it is about; before any, its words do.
        var heading = "";
        for (var line : lines) {
            if (Sections.isHeading(line.text())) heading = line.text();
            else if (heading.isEmpty() ? STUDY.matcher(line.text()).find() : Sections.isStudy(heading))
                study.add(line.n());
        }
        var known = name.isBlank() ? begins.map(CvChecked.Line::text).orElse("") : name;
        for (var part : known.split("[\\s,.]+"))
            if (part.length() > 2)
                names.add(Pattern.compile(
                        "(?<!\\p{L})" + Pattern.quote(part) + "(?!\\p{L})",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /// A CV as whoever reads the application may see it.
    static CvChecked seen(Application application, CvChecked cv) {
        if (application.openedBy() != null) return cv;
        return cv.with(new Blinding(String.valueOf(application.name()), cv.lines())::blanked);
    }

    CvChecked.Line blanked(CvChecked.Line line) {
        var text = line.text();
        // A CV begins with a name.
        if (line.n() == first) return new CvChecked.Line(line.n(), BLANK);
        if (text.length() <= LONGEST_PERSONAL_LINE
                && (PERSONAL.matcher(text).find() || HOW_OLD.matcher(text).matches()))
            return new CvChecked.Line(line.n(), BLANK);
        if (study.contains(line.n())) text = YEAR.matcher(text).replaceAll(BLANK);
        text = CONTACT.matcher(text).replaceAll(BLANK);
        for (var name : names) text = name.matcher(text).replaceAll(BLANK);
        return new CvChecked.Line(line.n(), text);
    }
}
