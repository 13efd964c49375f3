package chargehand.engine.staffing.cv;

import java.util.List;
import java.util.regex.Pattern;

/// Whether a text says of its own person that they have a certificate: by the words around its name.
final class Claims {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern COURSES = Pattern.compile(
            "^\\W*(?:microsoft\\s+certified\\s+)?(?:seminars?|courses?|trainings?|workshops?|classes|seminare|kurse|schulungen|cursos|corsi|cursussen|szkolenia|attended|attendance|teilgenommen|besucht|asistencia|bijgewoond)\\s*:",
            I);

    /// Knowledge of what the certificate is about, and no certificate.
    private static final Pattern KNOWLEDGE_AFTER = Pattern.compile(
            "^-?\\s*track\\b|^[\\s-]*level\\b(?!\\s*(?:\\d|[A-D]\\b|I+\\b|certif))|^[\\s,\\-(]*(?:domains?|awareness|exposure|overview|basics|knowledge|concepts?|methodolog\\w+|methods?|frameworks?|principles|practices?|best\\s+practices|standards?|process(?:es)?|body\\s+of|guidelines?|approach|environments?|terminology|compliant|compliance|based|aligned|tools?|techniques|project\\s+(?:framework|methodology)|life\\s?cycle|topics|requirements?|required|preferred|or\\s+equivalent|desired|desirable|is\\s+a\\s+plus|a\\s+plus\\b|role|roles|duties|activities|responsibilities)\\b",
            I);

    private static final Pattern KNOWLEDGE_BEFORE = Pattern.compile(
            "\\b(?:knowledge\\s+(?:of|in)|familiar(?:ity)?\\s+with|understanding\\s+of|exposure\\s+to|based\\s+on|according\\s+to|in\\s+accordance\\s+with|aligned\\s+(?:to|with)|using|following|concepts\\s+of|principles\\s+of"
                    + "|requires?|required|requirements?|must\\s+have|preferr?ed|desired|looking\\s+for|such\\s+as\\s+a)\\b",
            I);
    /// Somebody else's.
    private static final Pattern OTHERS_BEFORE = Pattern.compile(
            "\\b(?:manag(?:e|ed|ing)|supervis\\w+|oversaw|oversee\\w*|led|leading|hir(?:ed|ing|e)|recruit\\w*|staff(?:ed|ing)?|team(?:s)?\\s+of|mentor\\w*|coach\\w*|train(?:ed|ing)?|taught|teach\\w*|instruct\\w*|help\\w*|assist\\w*|tutor\\w*|guid\\w+|report(?:ed|ing|s)?\\s+to|direct(?:ed|ing)|work(?:s|ed|ing)?\\s+(?:\\w+\\s+)?with|partner\\w*\\s+with|collaborat\\w+\\s+with|alongside|interview\\w*|encourag\\w+|sponsor\\w*|wife|husband|colleagues?|employees?|students?|participants|clients?|candidates|kolleg\\p{L}*|mitarbeite\\p{L}*|schulte|betreu\\p{L}*|geleitet|f[uü]hr(?:te|ung)|encadr\\p{L}+|[eé]quipe|dirig\\p{L}+|form[eé]\\s+(?:des|les|une)|equipo|equipe|equipa|gestion\\p{L}*|squadra|colleghi|leiding|collega'?s|zesp[oó][lł]\\p{L}*|zarz[aą]dza\\p{L}+|szkoli\\p{L}+|provided|deliver\\w*|develop\\w*|facilitat\\w*|creat\\w*|design\\w*|conduct\\w*|prepared)\\b[^.;•\\n]{0,60}$",
            I);

    private static final Pattern OTHERS_AFTER = Pattern.compile(
            "^-(?:led|run|staffed|gef[uü]hrt\\p{L}*|geleitet\\p{L}*)\\b|^[\\s,)\\-:]*(?:certified|certification|accredited|qualified|credentialed|licensed|level)?[\\s\\-]*(?:[\\p{L}]+\\s+){0,2}(?:staff|engineers|managers|teams?|professionals|consultants|resources|developers|people|technicians|employees|partners|colleagues|students|participants|candidates|holders|personnel|trainers|instructors|administrators|architects|mitarbeite\\p{L}*|kolleg\\p{L}*|personen|projektleite(?:rn|rinnen)|leute|team-?mitglied\\p{L}*|ing[eé]nieurs|coll[eè]gues|collaborateurs|d[eé]veloppeurs|ingenieros|compañeros|colegas|profesionales|colleghi|ingegneri|engenheiros|colaboradores|medewerkers|collega'?s|projectleiders|in[zż]ynier(?:ów|ami)|wsp[oó][lł]pracownik\\p{L}*|zespo[lł]\\p{L}*|classes|instructor|training|bootcamps?|partners?|firms?|company)\\b",
            I);
    /// What a maker has certified: said where things are told, and part of a name in a list.
    private static final Pattern THINGS_AFTER = Pattern.compile(
            "^[\\s,)\\-:]*(?:certified|certification|accredited|qualified)?[\\s\\-]*(?:[\\p{L}]+\\s+){0,2}(?:interfaces?|modules?|solutions?|products?|systems?|hardware|software)\\b(?!\\s+(?:administrator|engineer|analyst|architect|manager|developer|specialist|consultant|tester))",
            I);
    /// "Led by a PMP", "reported to the CISSP", "beside a CCIE and two PMPs".
    private static final Pattern BY_ANOTHER = Pattern.compile(
            "\\b(?:by|under|to|for|of|with|beside|between|among|von|unter|neben|mit|par|avec|con|com|van|met|z)\\s+(?:an?|een|una|uma?|the|our|two|three|several|einem|einer|einen|zwei|mehreren|un|une|deux)\\s+$",
            I);

    /// "My manager is a PMP; my wife holds …".
    private static final Pattern OF_MINE =
            Pattern.compile("\\bmy\\s+(?:\\w+\\s+){1,2}(?:is|was|are|were|holds?|has|had)\\s+(?:an?\\s+|the\\s+)?$", I);
    /// "A PMP is what I plan to sit".
    private static final Pattern WISHED_AFTER =
            Pattern.compile("^[^,(]{0,30}\\bI\\s+(?:\\w+\\s+)?(?:plan|intend|hope|want|wish)\\b", I);

    /// "Two of them passed their".
    private static final Pattern OF_THEM = Pattern.compile("\\b(?:their|his|her|them)\\b", I);

    /// "All administrators are VCP and RHCE certified".
    private static final Pattern ALL_OF_THEM = Pattern.compile(
            "(?<![\\p{L}])(?:are|were|have|sind|waren|haben|sont|[eé]taient|ont|son|est[aá]n|tienen|sono|hanno|s[aã]o|t[eê]m|zijn|hebben|s[aą]|maj[aą]|all|each|every|most|many|some|several|alle|jede[rn]?|tous|toutes|todos|todas|tutti|allen|wszyscy|whose|deren|dont|cuyos)\\s+(?:all\\s+|both\\s+|alle\\s+)?$",
            I);
    private static final Pattern OR_ANOTHER = Pattern.compile("^\\s+(?:or|oder|ou|of)\\s+[\\p{L}\\d+-]+\\s*:", I);

    /// "All analysts hold CEH or OSCP".
    private static final Pattern THEY_HOLD = Pattern.compile(
            "(?<![\\p{L}])(?:analysts|engineers|staff|team|members|colleagues|administrators|developers|managers|consultants|employees|technicians|mitarbeiter\\p{L}*|kolleg\\p{L}+|ingenieure)\\s+(?:all\\s+|who\\s+|each\\s+|alle\\s+)?(?:hold|holds|holding|have|held|are|halten|haben|besitzen)\\b[^.;]{0,40}$",
            I);
    /// What follows a name that somebody carries: "PMP with ten years", "PMP project manager".
    private static final Pattern CARRIED = Pattern.compile(
            "^\\W{0,2}(?:$|[,)|&/]|with\\b|and\\b|mit\\b|avec\\b|con\\b|com\\b|met\\b|z\\b|und\\b|et\\b|y\\b|since\\b|seit\\b|depuis\\b|desde\\b|who\\b|\\p{L}*\\s?-?(?:certified|qualified|zertifiz\\p{L}+|certifi\\p{L}+|gecertific\\p{L}+|certyf\\p{L}+)|(?:\\p{L}+\\s+){0,2}(?:manager|engineer|consultant|architect|leader|lead|administrator|analyst|professional|master|developer|tester|(?:projekt)?leiter|manager)(?:in)?\\b)",
            I);

    /// "A dedicated", "Results-oriented", or nothing.
    private static final Pattern ATTRIBUTES =
            Pattern.compile("(?:(?:an?|[\\p{L}\\-]*(?:ed|ing|ic|ful|ive|ior|ented))\\s*){0,3}", I);

    private static final Pattern THEIR = Pattern.compile("\\b(?:their|others|staff|employees|students|members)\\b", I);

    private final Surroundings surroundings;
    private final Flow flow;
    private final Sections sections;

    Claims(Flow flow, Sections sections, List<Mention> mentions, int thisYear) {
        this.flow = flow;
        this.sections = sections;
        surroundings = new Surroundings(flow, sections, mentions, thisYear);
    }

    boolean isOwn(Mention mention) {
        var lead = surroundings.lead(mention);
        var rest = surroundings.rest(mention);
        if (isInALabel(mention)) return false;
        if (COURSES.matcher(before(mention)).find() || isCancelled(KNOWLEDGE_BEFORE, lead)) return false;
        if (isNotYet(lead, rest) || isOver(rest) || isOnlyACourse(lead, rest)) return false;
        if (WISHED_AFTER.matcher(rest).find() || KNOWLEDGE_AFTER.matcher(rest).find()) return false;
        if (surroundings.isSaidBeside(mention)) return false;
        var section = sections.of(mention.line());
        if (isSomebodyElses(before(mention), rest, section)
                || OF_THEM.matcher(lead).find()
                || ALL_OF_THEM.matcher(lead).find()
                || THEY_HOLD.matcher(before(mention)).find()) return false;
        return !section.isWork() || saysOwn(mention) || isListedAlone(mention);
    }

    /// "Attended: CSM, two days", and what is asked for: "PMP or CAPM: CAPM since 2021".
    private boolean isInALabel(Mention mention) {
        var line = flow.line(mention.line());
        int from = mention.start() - flow.start(mention.line());
        int to = Math.min(line.length(), mention.end() - flow.start(mention.line()));
        return COURSES.matcher(line.substring(0, from)).find() && !ClaimWords.saysPassed(line.substring(to))
                || OR_ANOTHER.matcher(line.substring(to)).find();
    }

    /// "MCSE training, MCP": letters that stand behind a course may be one, too.
    boolean isAmongCourses(Mention mention) {
        var before = before(mention);
        return ClaimWords.COURSE_BEFORE.matcher(before).find()
                || ClaimWords.COURSE_BEHIND.matcher(before).find();
    }

    /// Whether words that are not understood stand around a name of which nothing says that it is held. Jobs that are
    /// told of are read more strictly anyway.
    boolean isDoubtful(Mention mention) {
        var section = sections.of(mention.line());
        if (section.isWork()) return false;
        var lead = surroundings.lead(mention);
        var rest = surroundings.rest(mention);
        if (isCarried(lead, rest)) return false;
        var issuer = mention.alias().entry().issuer();
        return ClaimWords.isDoubtful(lead.replace(issuer, ""), rest.replace(issuer, ""), section == Section.SKILLS);
    }

    /// At the beginning of a sentence, or behind what somebody is: "Programme manager (PgMP, PMP) with ...".
    private static boolean isCarried(String lead, String rest) {
        var said = lead.strip();
        return CARRIED.matcher(rest).find()
                && (said.endsWith("(")
                        || said.endsWith(",")
                        || ATTRIBUTES.matcher(said).matches());
    }

    private static boolean isNotYet(String lead, String rest) {
        return isCancelled(ClaimWords.NOT_YET_BEFORE, lead) || ClaimWords.saysNotYet(rest);
    }

    private static boolean isOver(String rest) {
        return ClaimWords.saysOver(rest);
    }

    private static boolean isOnlyACourse(String lead, String rest) {
        boolean course = isCancelled(ClaimWords.COURSE_BEFORE, lead)
                || ClaimWords.COURSE_AFTER.matcher(rest).find();
        return course && !ClaimWords.saysPassed(lead) && !ClaimWords.saysPassed(rest);
    }

    private static boolean isSomebodyElses(String before, String after, Section section) {
        if (OTHERS_AFTER.matcher(after).find() || BY_ANOTHER.matcher(before).find()) return true;
        if (OF_MINE.matcher(before).find()) return true;
        if (section == Section.CERTIFICATES || section == Section.EDUCATION) return false;
        if (THINGS_AFTER.matcher(after).find()) return true;
        if (section.listsCertificates() || !OTHERS_BEFORE.matcher(before).find()) return false;
        return !ClaimWords.OWN.matcher(tail(before)).find()
                || THEIR.matcher(before).find();
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
                && !ClaimWords.OWN
                        .matcher(before.substring(end).replaceFirst("^[^,;(]*$", ""))
                        .find();
    }

    /// Says the clause, or the words right around the name, that it is the person's own?
    boolean saysOwn(Mention mention) {
        var name = flow.folded().substring(mention.start(), mention.end());
        return ClaimWords.OWN.matcher(name).find()
                || ClaimWords.OWN.matcher(before(mention)).find()
                || ClaimWords.OWN.matcher(head(after(mention))).find();
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
                && line.toLowerCase(java.util.Locale.ROOT).contains("certified");
    }

    /// The words of the same clause before the name.
    String before(Mention mention) {
        return surroundings.before(mention);
    }

    /// The words of the same clause after it.
    String after(Mention mention) {
        return surroundings.after(mention);
    }
}
