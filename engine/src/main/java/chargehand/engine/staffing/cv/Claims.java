package chargehand.engine.staffing.cv;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a text says of its own person that they have a certificate: by the words around its name.
final class Claims {
    private static final int REACH = 160;
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /// Not yet: these words before the name...
    private static final Pattern NOT_YET_BEFORE = Pattern.compile(
            "\\b(?:work(?:ing)?\\s+(?:on|to(?:ward)?s?)|pursu(?:e|ing)|prepar(?:e|ing|ation)s?\\s+(?:for|to)|stud(?:y|ying)\\s+(?:for|to)"
                    + "|formation(?!\\s*:)|plan(?:s|ning|ned)?\\s+(?:to|for|on)|scheduled|expected|anticipat\\w+|enrolled|candidate\\s+for|aim\\w*\\s+(?:for|to|at)"
                    + "|goal|eligible|qualified\\s+to\\s+sit|in\\s+(?:the\\s+)?process\\s+(?:of|for|to)|in\\s+progress|seeking|to\\s+be\\s+completed|intend\\w*\\s+to|will\\s+(?:take|sit|obtain|complete|be|get|test)"
                    + "|training\\s+(?:for|toward|in|on)|trained\\s+(?:for|in|on)|courses?\\s+(?:for|in|on|toward)|coursework|course\\s+work|attended|exam\\s+prep\\w*\\s+for|prep\\w*\\s+(?:course\\s+)?for|currently\\s+(?:taking|studying|learning|training|in)"
                    + "|interested\\s+in|hop\\w+\\s+to|desire\\s+to|would\\s+like|towards?|upcoming|lapsed|expired|schulung\\w*|seminar|lehrgang|kurs|workshop|in\\s+vorbereitung|angestrebte?\\w*|geplante?\\w*|strebe|vorbereitung\\s+auf|vorbereitungs\\w*|en\\s+cours|pr[eé]paration|en\\s+vue"
                    + "|becom(?:e|ing)|obtain|earn|acquire|achieve|get|not\\s+(?:yet\\s+)?(?:a\\s+)?(?:certified|hold)|without)\\b",
            I);
    private static final Pattern COURSES = Pattern.compile(
            "^\\W*(?:microsoft\\s+certified\\s+)?(?:seminars?|courses?|trainings?|workshops?|classes)\\s*:", I);
    /// ... or after it.
    private static final Pattern NOT_YET_AFTER = Pattern.compile(
            "^[\\s,)\\-:/(]*(?:certification|certificate|certified|certificat|zertifizierung|exams?|credential|prüfung|examen)?[\\s,\\-:(/]*"
                    + "(?:(?:is\\s+|are\\s+)?(?:currently\\s+)?(?:in[\\s-]+(?:progress|process|training|preparation|the\\s+works)|pursu\\w+|prep(?:aration|aratory|aring)?\\b|study|studying|trainings?\\b|train(?:ee|er|ed)\\b|course|class(?:es)?\\b|coursework|boot\\s*camp|workshop|seminar"
                    + "|candidate\\b|candidacy|expected|eligible|pending|anticipated|scheduled|planned|to\\s+be\\s+(?:completed|taken|obtained)|ongoing|underway|in\\s+arbeit|in\\s+planung|angestrebt|geplant|in\\s+vorbereitung|vorbereitung|en\\s+cours|pr[eé]vue?|expired|lapsed|inactive|abgelaufen|verfallen|nicht\\s+(?:abgelegt|bestanden|verlängert)|equivalent|not\\s+(?:yet\\s+)?(?:certified|completed|taken|current)|curriculum|track\\b|level\\s+(?:training|course|knowledge|experience)|skills?\\s+training|study\\s+group|material|test\\s+prep))",
            I);

    private static final Pattern LAPSED = Pattern.compile(
            "^(?:\\s+(?:advanced|foundation|practitioner|professional|expert|associate|intermediate|level\\s+\\w))?"
                    + "\\s*\\([^)]*\\b(?:associate\\s+of|written(?!\\s+and\\b)|theory|applied|not\\s+renewed|abgelaufen|verfallen|nicht\\s+(?:abgelegt|bestanden|verlängert)|expired|lapsed|inactive|in\\s+progress|pending|expected|scheduled|planned|candidate)\\b[^)]*\\)",
            I);

    /// Knowledge of what the certificate is about, and no certificate.
    private static final Pattern KNOWLEDGE_AFTER = Pattern.compile(
            "^[\\s-]*level\\b|^[\\s,\\-(]*(?:domains?|awareness|exposure|overview|basics|knowledge|concepts?|methodolog\\w+|methods?|frameworks?|principles|practices?|best\\s+practices|standards?|process(?:es)?|body\\s+of|guidelines?|approach|environments?|terminology|compliant|compliance|based|aligned|tools?|techniques|project\\s+(?:framework|methodology)|life\\s?cycle|topics|requirements?|required|preferred|or\\s+equivalent|desired|desirable|is\\s+a\\s+plus|a\\s+plus\\b|role|roles|duties|activities|responsibilities)\\b",
            I);

    private static final Pattern KNOWLEDGE_BEFORE = Pattern.compile(
            "\\b(?:knowledge\\s+(?:of|in)|familiar(?:ity)?\\s+with|understanding\\s+of|exposure\\s+to|based\\s+on|according\\s+to|in\\s+accordance\\s+with|aligned\\s+(?:to|with)|using|following|concepts\\s+of|principles\\s+of"
                    + "|requires?|required|requirements?|must\\s+have|preferr?ed|desired|looking\\s+for|such\\s+as\\s+a)\\b",
            I);
    /// Somebody else's.
    private static final Pattern OTHERS_BEFORE = Pattern.compile(
            "\\b(?:manag(?:e|ed|ing)|supervis\\w+|oversaw|oversee\\w*|led|leading|hir(?:ed|ing|e)|recruit\\w*|staff(?:ed|ing)?|team(?:s)?\\s+of|mentor\\w*|coach\\w*|train(?:ed|ing)?|taught|teach\\w*|instruct\\w*|help\\w*|assist\\w*|tutor\\w*|guid\\w+|report(?:ed|ing|s)?\\s+to|direct(?:ed|ing)|work(?:s|ed|ing)?\\s+(?:\\w+\\s+)?with|partner\\w*\\s+with|collaborat\\w+\\s+with|alongside|interview\\w*|encourag\\w+|sponsor\\w*|wife|husband|colleagues?|employees?|students?|participants|clients?|candidates|provided|deliver\\w*|develop\\w*|facilitat\\w*|creat\\w*|design\\w*|conduct\\w*|prepared)\\b[^.;•\\n]{0,60}$",
            I);

    private static final Pattern OTHERS_AFTER = Pattern.compile(
            "^[\\s,)\\-:]*(?:certified|certification|accredited|qualified|credentialed|licensed|level)?[\\s\\-]*(?:[\\p{L}]+\\s+){0,2}(?:staff|engineers|managers|teams?|professionals|consultants|resources|developers|people|technicians|employees|partners|colleagues|students|participants|candidates|holders|personnel|trainers|instructors|administrators|architects|mitarbeiter|kollegen|personen|classes|instructor|training|bootcamps?|interfaces?|modules?|solutions?|partners?|firms?|company|products?|systems?|hardware|software)\\b",
            I);
    /// "Led by a PMP", "reported to the CISSP".
    private static final Pattern BY_ANOTHER = Pattern.compile("\\b(?:by|under|to|for)\\s+(?:an?|the|our)\\s+$", I);

    /// "My manager is a PMP; my wife holds …".
    private static final Pattern OF_MINE =
            Pattern.compile("\\bmy\\s+(?:\\w+\\s+){1,2}(?:is|was|are|were|holds?|has|had)\\s+(?:an?\\s+|the\\s+)?$", I);
    /// "A PMP is what I plan to sit".
    private static final Pattern WISHED_AFTER =
            Pattern.compile("^[^,(]{0,30}\\bI\\s+(?:\\w+\\s+)?(?:plan|intend|hope|want|wish)\\b", I);
    /// A line that says what its value is, as forms do.
    private static final Pattern LABEL = Pattern.compile("\\p{Ll}[\\p{L} ]{1,24}:\\s.*", Pattern.DOTALL);

    private static final Pattern THEIR = Pattern.compile("\\b(?:their|others|staff|employees|students|members)\\b", I);

    /// One's own, said aloud.
    private static final Pattern OWN = Pattern.compile(
            "(?:\\bcertified|\\bcertifications?\\b|\\bcertificates?\\b|\\bcertificated|\\bcerts?\\b|\\bobtained|\\bearned|\\bachiev\\w+|\\bpassed|\\bholds?\\b|\\bholder|\\bhold(?:ing)?\\s|\\bcredentials?|\\battained|\\bacquired|\\breceived|\\bawarded|\\blicensed|\\baccredited|\\bzertifizier\\w+|\\bzertifikat\\w*|\\bcertifi[eé]e?\\b|\\bcertificat\\b|\\bobtention|\\bbestanden|\\bcompleted\\s+(?:my\\s+)?(?:the\\s+)?$)",
            I);

    private final Flow flow;
    private final Sections sections;

    Claims(Flow flow, Sections sections) {
        this.flow = flow;
        this.sections = sections;
    }

    boolean isOwn(Mention mention) {
        var before = before(mention);
        var after = after(mention).replaceFirst("^\\s*\\((?=[^)]*\\p{Lu})[\\p{Lu}\\d\\- ]{2,12}\\)", "");
        if (COURSES.matcher(before).find()
                || isCancelled(NOT_YET_BEFORE, before)
                || isCancelled(KNOWLEDGE_BEFORE, before)) return false;
        if (isNotYet(after)
                || WISHED_AFTER.matcher(after).find()
                || LAPSED.matcher(after).find()
                || KNOWLEDGE_AFTER.matcher(after).find()) return false;
        var section = sections.of(mention.line());
        if (isSomebodyElses(before, after, section)) return false;
        return !section.isWork() || saysOwn(mention) || isListedAlone(mention);
    }

    private static boolean isNotYet(String after) {
        var found = NOT_YET_AFTER.matcher(after);
        if (!found.find()) return false;
        var rest = after.substring(found.end());
        return !Pattern.compile("^\\s*(?:and\\s+)?(?:exam\\s+)?(?:passed|certified)", I)
                .matcher(rest)
                .find();
    }

    private static boolean isSomebodyElses(String before, String after, Section section) {
        if (OTHERS_AFTER.matcher(after).find() || BY_ANOTHER.matcher(before).find()) return true;
        if (OF_MINE.matcher(before).find()) return true;
        if (section.listsCertificates() || !OTHERS_BEFORE.matcher(before).find()) return false;
        return !OWN.matcher(tail(before)).find() || THEIR.matcher(before).find();
    }

    private static String tail(String before) {
        return before.substring(Math.max(0, before.length() - 30));
    }

    /// Whether the words stand before the name, and nothing after them takes them back: "pursuing CSM, certified in".
    private static boolean isCancelled(Pattern words, String before) {
        int end = -1;
        var found = words.matcher(before);
        while (found.find()) end = found.end();
        return end >= 0
                && !OWN.matcher(before.substring(end).replaceFirst("^[^,;(]*$", ""))
                        .find();
    }

    /// Says the clause, or the words right around the name, that it is the person's own?
    boolean saysOwn(Mention mention) {
        var name = flow.folded().substring(mention.start(), mention.end());
        return OWN.matcher(name).find()
                || OWN.matcher(before(mention)).find()
                || OWN.matcher(head(after(mention))).find();
    }

    private static String head(String after) {
        return after.substring(0, Math.min(40, after.length()));
    }

    /// A line that holds hardly more than the name, as in a list.
    private boolean isListedAlone(Mention mention) {
        var line = flow.line(mention.line());
        int named = Math.min(flow.end(mention.line()), mention.end()) - mention.start();
        return line.replaceAll("[^\\p{L}\\p{N}]", "").length() <= named + 14
                && mention.alias().words().size() > 1
                && line.toLowerCase(Locale.ROOT).contains("certified");
    }

    /// The words of the same clause before the name.
    String before(Mention mention) {
        int from = Math.max(flow.start(Math.max(0, mention.line() - 1)), mention.start() - REACH);
        var text = flow.folded().substring(from, mention.start());
        int cut = -1;
        boolean prose = !sections.of(mention.line()).listsCertificates();
        for (int i = text.length() - 1; i >= 0 && cut < 0; i--)
            if (isBorder(text, i) && !(prose && isWrapped(text, i))) cut = i;
        return text.substring(cut + 1).replace('\n', ' ');
    }

    /// The words of the same clause after it.
    String after(Mention mention) {
        int to = Math.min(flow.folded().length(), mention.end() + REACH);
        var text = flow.folded().substring(mention.end(), to);
        int cut = text.length();
        for (int i = 0; i < text.length() && i < cut; i++) if (isBorder(text, i)) cut = i;
        return text.substring(0, cut).replace('\n', ' ');
    }

    /// A full stop with a capital after it, a semicolon, a bullet, a cell's border, or a line break that ends a line
    /// which is not a sentence that goes on.
    private static boolean isBorder(String text, int at) {
        char c = text.charAt(at);
        if (c == ';' || c == '•' || c == '\t' || c == '|') return true;
        if (c == '.')
            return at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1)) && !isAbbreviation(text, at);
        if (c != '\n') return false;
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') next++;
        return next >= text.length()
                || !Character.isLowerCase(text.charAt(next))
                || LABEL.matcher(text).region(next, text.length()).lookingAt();
    }

    /// A long line without an end, as in prose: what follows belongs to it even if it begins with a capital.
    private static boolean isWrapped(String text, int at) {
        if (text.charAt(at) != '\n') return false;
        var line = text.substring(text.lastIndexOf('\n', at - 1) + 1, at).strip();
        return line.length() > 45
                && Character.isLetterOrDigit(line.charAt(line.length() - 1))
                && line.indexOf('\t') < 0;
    }

    private static boolean isAbbreviation(String text, int dot) {
        return dot >= 2
                && Character.isUpperCase(text.charAt(dot - 1))
                && !Character.isLetterOrDigit(text.charAt(dot - 2));
    }
}
