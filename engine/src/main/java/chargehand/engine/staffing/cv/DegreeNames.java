package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// How degrees are written in several countries.
final class DegreeNames {
    /// A degree's name in a line.
    ///
    /// @param certain means a degree wherever it stands, not only under education
    record Named(DegreeLevel level, boolean certain, int start, int end, String text) {}

    private record Name(DegreeLevel level, boolean certain, Pattern pattern) {}

    private static final String NO = "(?<![\\p{L}\\p{N}.&/+])";
    private static final String END = "(?![\\p{L}\\p{N}+])";

    private static final List<Name> NAMES = List.of(
            certain(
                    DegreeLevel.DOCTOR,
                    "(?:Ph\\.?\\s?D\\.?|PHD|PhD|D\\.?\\s?Phil|D\\.\\s?Sc|Dr\\.\\s?-?\\s?Ing|Dr\\.?\\s*rer\\.?\\s*nat|Ed\\.D|J\\.D\\.|DrSc)"),
            words(
                    DegreeLevel.DOCTOR,
                    "doctor(?:ate|al)?(?:'s)?\\s+(?:degree|of|in)|doctorate|juris\\s+doctor|doctorat|promotion\\s+(?:zum|zur|an\\s+der)|doktorgrad|doctorado|dottorato|doutora(?:do|mento)|doktorat|doktor\\s+(?:nauk|in[zż])"),
            words(
                    DegreeLevel.BACHELOR,
                    "(?:ingenier(?:[oa]|[ií]a)|ing\\.)\\s+t[eé]cnic[oa]|diplomatura|diplomado\\s+universitario|bac\\s?\\+\\s?[34]\\b|hbo(?=[\\s,:\\-])(?![^\\n]*(?:bachelor\\s+(?:of|in|en)|(?-i:Bachelor)))|"
                            + "diplom[\\s\\-]?\\p{L}*\\s*\\((?:fh|ba|uas)\\)|dipl\\.?\\s?-?\\s?\\p{L}+\\.?\\s*\\((?:fh|ba|uas)\\)|fachhochschuldiplom"),
            certain(
                    DegreeLevel.MASTER,
                    "(?:E?M\\.?B\\.?A\\.?|M\\.?\\s?(?i:Tech)|m\\.tech|M\\.\\s?SC|M\\.\\s?COM|M\\.?\\s?Eng|M\\.?\\s?Sc|M\\.?S\\.?E\\.?E|MSCS|MSCE|MSME|MSIT|MSIS|MSSE|MSPM|M\\.?C\\.?A|M\\.?\\s?Com|M\\.?\\s?Phil|M\\.?Ed|LL\\.?M|MAS|MPA|MPH|MSW|MFA|MCS|M\\.?B\\.?M|DESS|DEA)"),
            words(
                    DegreeLevel.MASTER,
                    "master(?:'?s|s')?\\s+(?:(?:of|in|degree|diploma)\\b|d')|(?<=(?:een|ein|einen|un|uma|eines)\\s)master(?=\\s+(?-i:\\p{Lu}))|master(?:'?s|s')\\s+(?=[\\p{L}])|kandidat(?:grad|eksamen)?\\s+i\\s|cand\\.\\s?\\p{L}+|master\\s+(?:[12]\\b|en\\b|i\\s(?=\\p{L})|recherche|professionnel|(?=informati))|mag[ií]ster|magisterstudium|masterabschluss|masterstudium|master-?studium|dipl\\.?\\s?-?\\s?(?:ing|inf|inform|wirt|kfm|kff|math|phys|chem|päd|volksw|betriebsw|wi-?ing)\\b\\.?|diplom-?\\s?(?:informatik|ingenieur|wirtschafts|kauf|mathematik|physik|betriebs|volks|chem|psycho|geo|bio|elektro)\\p{L}*|diplom\\s+(?:in|der|universit[aä]t|\\(univ\\.?\\))|diplôme\\s+d'ing[eé]nieur|ing[eé]nieure?\\s+(?:dipl[oô]m|d'[eé]tat|en\\s|informatique)|dipl[oô]me\\s+d'[eé]tudes\\s+(?:sup|appro)|ma[iî]trise|mast[eè]re|(?:erstes|zweites|1\\.|2\\.)?\\s*staatsexamen|maestr[ií]a|m[aá]ster\\s+(?:en|universitario|oficial)|mestrad[oa]|mestre\\s+em|bac\\s?\\+\\s?5\\b|mgr\\.?(?:\\s+in[zż]\\.?)?(?![\\p{L}])|doctorandus|(?:drs|ir)\\.(?=\\s)|wo[\\s-]master|civilingenj[oö]r|ingenier[oa]\\s+(?:superior|(?:en|de)\\b(?!\\s+sistemas)|industrial)|laurea\\s+in\\s+(?=[^()\\n]{0,60}\\((?:vecchio|v\\.\\s?o))|laurea\\s+(?:quinquennale|vecchio|v\\.?o\\.?)|laurea\\s+magistrale\\s+a\\s+ciclo\\s+unico|studia\\s+magisterskie|dipl\\.-?\\s?wirt\\.?-?\\s?(?:ing|inf)\\.?|laurea\\s+(?:magistrale|specialistica)|post[\\s-]?graduate\\s+degree|graduate\\s+degree|specialist(?:'s)?\\s+degree|integrated\\s+master"),
            words(DegreeLevel.BACHELOR, "b\\.?(?:a|sc?|eng)\\.?\\s*\\(?hon(?:ou?r)?s\\b\\.?\\)?"),
            certain(
                    DegreeLevel.BACHELOR,
                    "(?:B\\.?\\s?(?i:Tech)|b\\.tech|B\\.\\s?SC|B\\.\\s?COM|B\\.?\\s?Eng|B\\.?\\s?Sc|B\\.?B\\.?A|B\\.?C\\.?A|B\\.?\\s?Com|BSEE|BSCS|BSME|BSIT|BSBA|BSCE|BSCpE|BSECE|BSIS|BSCIS|B\\.?S\\.?E\\.?E|B\\.?\\s?Arch|B\\.?Ed|B\\.?Sc\\.?\\s?Eng|B\\.?F\\.?A|BSN|B\\.?S\\.?E|BCS|BIT|BAAS|BAS|B\\.?A\\.?S)"),
            words(
                    DegreeLevel.BACHELOR,
                    "(?<=(?:een|ein|einen|un|uma|eines)\\s)bachelor(?=\\s+(?-i:\\p{Lu}))|bach?el(?:or|our|ors)(?:'?s|s')?\\s+(?:of|in|degree|level)\\b|bachelor(?:'?s|s')\\s+(?=[\\p{L}])|in[zż]ynier(?=\\s+(?:informat|elektro|telekom|mechan|budown|automat)\\p{L}*)|bachelor\\s+(?:en\\b|i\\s(?=\\p{L})|(?=informati))|baccalaureate|bachelorabschluss|bachelorstudium|bachelor-?studium|bakkalaureat\\p{L}*|licence\\s+(?:en\\b|de\\s|d'|pro\\p{L}*|(?=informatique|miage|math))|licenciatura|ingenier[ií]a\\s+en|ingenier[oa]\\s+(?:en|de)\\s+sistemas|grado\\s+en|graduad[oa]\\s+en|ing\\.\\s+(?:en|de)\\s|lic\\.\\s+(?:en|em)\\s|baccalaur[eé]at\\s+(?:en|[eè]s)\\s|bacharel(?:ado)?|licenciad[oa]\\s+(?:en|em)|licencjat|laurea\\s+(?:triennale|breve|di\\s+primo\\s+livello)|laurea\\s+in|studia\\s+(?:in[zż]ynierskie|licencjackie)|in[zż]\\.(?=[\\s,])|kandidatexamen|h[oö]gskoleingenj[oö]r|under\\s?-?graduate\\s+degree|honou?rs\\s+degree"),
            certain(DegreeLevel.ASSOCIATE, "(?:A\\.?A\\.?S\\.?|A\\.S\\.T|HND|DEUG|DUT|BTS)"),
            words(
                    DegreeLevel.ASSOCIATE,
                    "associate(?:'?s|s')?\\s+(?:degree|of\\s+(?:applied|science|arts|business|engineering|technology|occupational|specialized|general|electronic|computer|information)|in\\s+(?:applied\\s+)?(?:science|arts|applied|business\\s+adm|computer|information|electronic|network|general|engineering|specialized))|associate(?:'s|s')\\s+(?=[\\p{L}])|foundation\\s+degree|bac\\s?\\+\\s?2\\b|t[eé]cnic[oa]\\s+superior\\s+(?:en|de)|ciclo\\s+(?:formativo\\s+)?de\\s+grado\\s+superior|grado\\s+superior\\s+(?:en|de)|c\\.?f\\.?g\\.?s\\.?(?=[\\s,:])|tecn[oó]logo\\s+em|higher\\s+national\\s+diploma"),
            weak(
                    DegreeLevel.MASTER,
                    "(?:M\\.\\s?S\\.?|MS|M\\.\\s?A\\.?|MA|M\\.\\s?E\\.?|ME|Master(?:s|'s|s')?|MASTER(?:S|'S|S')?|Diplom|DIPLOM)"),
            weak(
                    DegreeLevel.BACHELOR,
                    "(?:B\\.\\s?S\\.?|BS|B\\.\\s?A\\.?|BA|B\\.\\s?E\\.?|BE|AB|Ingenier[ií]a\\s+(?:de|del)(?=\\s)|Bachelor(?:s|'s|s')?|BACHELOR(?:S|'S|S')?|Licence)"),
            weak(
                    DegreeLevel.ASSOCIATE,
                    "(?:A\\.\\s?S\\.?|AS|A\\.\\s?A\\.?|AA|Associate(?:s|'s|s')?|ASSOCIATE(?:S|'S|S')?)"),
            other(
                    "(?:post[\\s-]?graduate|advanced|national|graduate|higher|ordinary|professional|pg|p\\.g\\.)?\\s*diploma(?:\\s+(?:in|of|course)|\\s*[:,(\\-])|\\bPGDM\\b|\\bPGDCA\\b|\\bPGDBA\\b|\\bPGDBM\\b|graduate\\s+certificate|post[\\s-]?baccalaureate|fachinformatiker\\p{L}*|ausbildung\\s+(?:zum|zur|als)|staatlich\\s+gepr[uü]fter?\\p{L}*|polytechnic\\s+diploma|advanced\\s+diploma|engineering\\s+diploma|technical\\s+diploma"));

    private DegreeNames() {}

    private static Name certain(DegreeLevel level, String letters) {
        return new Name(level, true, Pattern.compile(NO + letters + END));
    }

    private static Name words(DegreeLevel level, String words) {
        return new Name(
                level,
                true,
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + words + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static Name weak(DegreeLevel level, String letters) {
        return new Name(level, false, Pattern.compile(NO + letters + "(?![\\p{L}\\p{N}+'/])"));
    }

    private static Name other(String words) {
        return new Name(
                DegreeLevel.OTHER,
                false,
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + words + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /// All names in a line, in their order, none over another.
    static List<Named> in(String line) {
        var all = new ArrayList<Named>();
        for (var name : NAMES) {
            var found = name.pattern.matcher(line);
            while (found.find()) {
                var made = new Named(name.level, name.certain, found.start(), found.end(), found.group());
                if (all.stream().noneMatch(each -> each.start < made.end && made.start < each.end)) all.add(made);
            }
        }
        all.sort(Comparator.comparingInt(Named::start));
        return all;
    }
}
