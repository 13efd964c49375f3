package chargehand.engine.staffing.cv;

import java.util.List;
import java.util.regex.Pattern;

/// Whether what looks like a degree in a line is one, and whether it is finished.
final class DegreeContext {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /// What makes of a degree's word another thing.
    private static final Pattern NO_DEGREE_AFTER = Pattern.compile(
            "^[\\s\\-]*(?:project\\s+man|data\\b(?!\\s+(?:science|analytics|engineering|mining))|black\\s+belt|plan|schedul|service|agreement|trainer|electrician|class\\b|thesis|theses|party|certificate|certif|of\\s+ceremonies|level\\s+(?:support|skills)|file|record|page|list|production|builder|chief|sergeant|instructor|coach|scrum|technician|plumber|mechanic\\b|planner|development\\s+plan|control|copy|key|mind|piece|student|teacher|consult|engineer\\b|analyst|developer|manager|director|partner|attorney|vice|producer|editor|member|architect\\b|administrator|tester|professor)",
            I);

    private static final Pattern NAMES_A_FIELD = Pattern.compile("\\s(?:of|in)$", I);
    private static final Pattern NO_FIELD =
            Pattern.compile("^\\s*(?:(?:the|my|own|his|her|all|one|many)\\b|ceremon|disguise|disaster|trades?\\b)", I);

    private static final Pattern WORD = Pattern.compile("master|bachelor|associate|licence|diplom", I);

    private static final Pattern NO_DEGREE_BEFORE = Pattern.compile(
            "(?:scrum|web|post|quarter|spell|grand|station|toast|head|past)[\\s-]?$|\\b(?:certified|sales|software|senior|technical|research|marketing)\\s+$",
            I);
    /// Products that begin with the letters of a degree.
    private static final Pattern PRODUCT = Pattern.compile(
            "^[\\s\\-.]*(?:office|project\\b|word\\b|excel|sql|access\\b|windows|visio|dynamics|exchange|outlook|azure|certified|teams|share\\s?point|visual|server|dos\\b|\\.?net\\b|power|publisher|one\\s?note|paint|frontpage|front\\s+page|tfs|biztalk|crm|intune|onedrive|lync|virtual|hyper|active|internet|suite|products|applications|tools|build|test|dhcp|iis|sccm|ssrs|ssis|ssas|technolog|operating)",
            I);

    private static final Pattern FIELD_OR_END = Pattern.compile(
            "^\\.?\\s*(?:$|[,:\\-()\\[\\t|;•/]|in\\b|of\\b|degree|\\d{4}|from\\b|at\\b|with\\b|and\\b|&|honou?rs|\\p{Lu})");
    private static final Pattern FIELD_BEFORE = Pattern.compile(
            "(?:science|sciences|engineering|administration|management|systems?|technology|mathematics|physics|economics|studies|arts|education|security|computing|business|finance|accounting|communications?|networking|informatics|design|marketing|psychology|english|statistics|history|university|college|institute|degree|\\band|&|/|\\+)[\\s,:;\\-|(\\t]*$",
            I);
    /// Massachusetts, Mississippi, Maine.
    private static final Pattern STATE = Pattern.compile("M[ASE]");
    private static final Pattern PLACE_BEFORE = Pattern.compile("(?:\\p{Lu}[\\p{L}.]+|City|State)\\s*,\\s*$");
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:students?\\b(?!\\s+(?:government|council|body|union|association|award))|taught|teaching|tutor\\w*|required?|requires|preferred|or\\s+equivalent|equivalent\\s+to|advis\\w+|son|daughter|applicants?|curriculum|programs?\\s+for|minimum)\\b",
            I);
    private static final Pattern NOT_DONE_BEFORE = Pattern.compile(
            "\\b(?:course\\s?work|credits?|hours|work(?:ing)?\\s+(?:on|towards?)|towards?|pursu\\w+|candidate|currently|enrolled|studying|studies\\s+(?:toward|for)|completing|some|partial|seeking|continuing|expected|anticipat\\w+|plan\\w*\\s+to|looking|wish\\w*|want\\w*|aspir\\w+|obtain|become|goal|hir(?:e|ed|es|ing)|recruit\\w*|no|not|undergoing|semesters?|(?:since|seit|depuis|desde|sinds|dal|od)\\s+[\\p{L}\\d./ ]{0,16}\\d{4}|years?\\s+of|part\\s+of|one\\s+year|two\\s+years|three\\s+years|angestrebte?r?|laufende\\w*|abgebrochen\\w*|en\\s+(?:cours|curso)|in\\s+corso|em\\s+curso|cursando|w\\s+trakcie|bezig|ohne\\s+abschluss|studied\\s+for|ongoing|incomplete|unfinished)\\b[^;•|]*$",
            I);
    private static final Pattern NOT_DONE_AFTER = Pattern.compile(
            "^\\W{0,3}(?:degree\\s+)?(?:coursework|course\\s?work|courses|classes|credits|candidate|student|drop-?\\s?out)\\b|\\b(?:expected|in[\\s-]progress|in\\s+process|candidate|candidacy|currently|ongoing|on-?going|anticipated|incomplete|not\\s+(?:yet\\s+)?(?:completed?|finished|graduated|awarded)|no\\s+degree|did\\s+not|abd|all\\s+but\\s+(?:dissertation|thesis)|present|current|pursuing|to\\s+be\\s+completed|until\\s+now|till\\s+(?:date|now)|to\\s+date|heute|laufend|angestrebt|abgebrochen|ohne\\s+abschluss|en\\s+cours|non\\s+(?:achev[eé]|termin[eé])|abandonn[eé]|undergoing|unfinished|projected|student|credits?\\s+(?:completed|earned|toward|short)|hours\\s+completed|years?\\s+completed|coursework\\s+(?:completed|only|toward)|completion\\s+(?:date\\s+)?(?:in\\s+)?(?:expected|20[3-9]\\d)|dropped|withdr[ea]wn?|discontinued|started|(?<!(?:selbst(?:st)?ändig|freiberuflich|tätig|angestellt|self-employed|freelance|working|employed|indépendante?|aut[oó]nom[oa]|zelfstandig)\\s{1,3})(?:since|seit|depuis|desde|sinds|dal|od)\\s+(?:\\p{L}{3,10}\\.?\\s+)?[\\d./]*\\d{4}|left\\s+(?:without|after|early|before|in\\s+(?:the\\s+)?(?:first|second|third|year))|without\\s+(?:a\\s+)?(?:degree|graduating|completion)|never\\s+(?:finished|completed)|nicht\\s+(?:abgeschlossen|beendet)|kein\\s+abschluss|unterbrochen|sin\\s+(?:terminar|finalizar|acabar|t[ií]tulo)|inacabad[oa]|incomplet[oa]s?|no\\s+(?:finalizad|terminad|conclu)\\p{L}+|en\\s+curso|em\\s+(?:curso|andamento)|trancad[oa]|n[aã]o\\s+conclu\\p{L}+|in\\s+corso|interrott[oaie]|non\\s+(?:conclus|complet|termin)\\p{L}+|niet\\s+(?:afgerond|voltooid|behaald|afgemaakt)|zonder\\s+diploma|lopend|bezig|w\\s+(?:trakcie|toku)|nieuko[nń]czon\\p{L}+|przerwan\\p{L}+|obecnie|heden|actualidad|atual(?:mente)?|attuale|oggi|non\\s+valid[eé]e?|sans\\s+dipl[oô]me|interrompue?s?|semester\\s+completed|partially|partial|transferred|aktuell|jetzt|aujourd'hui)\\b",
            I);
    private static final Pattern STANDS_BELOW = Pattern.compile(
            "^\\W{0,3}(?:(?:since|seit|depuis|desde|sinds|dal|od)\\s+[\\p{L}\\d./ ]{0,16}\\d{4}|\\(?(?:expected|in[\\s-]progress|anticipated|currently|ongoing|abd|all\\s+but|incomplete|no\\s+degree|not\\s+completed|present|current\\b|coursework\\s+(?:toward|completed)|pursuing|candidate|to\\s+be\\s+completed|credits|did\\s+not|angestrebt|laufend|en\\s+cours)|.{0,40}(?:-|to)\\s*(?:present|current|heute|now)\\b)",
            I);

    private static final Pattern GOES_ON = Pattern.compile(
            "^\\W{0,3}(?:(?:since|seit|depuis|desde|sinds|dal|od)\\s+[\\p{L}\\d./ ]{0,16}\\d{4}|currently\\s+(?:attending|enrolled|pursuing)|in[\\s-]progress|expected|anticipated|pursuing|abd\\b|ongoing)",
            I);

    private static final Pattern NAMED_FIELD = Pattern.compile("^[,:]?\\s+(?:in\\s+)?\\p{Lu}\\p{Ll}{2}");
    private static final Pattern RANGE = Pattern.compile("\\d{4}\\s*(?:-|to\\b)");
    private static final Pattern SCHOOL =
            Pattern.compile("\\b(?:university|college|institute\\s+of\\s+technology|polytechnic)\\b", I);

    /// "Ingeniero de redes" is what somebody is called at work, too.
    private static final Pattern JOB_AS_WELL = Pattern.compile("ingenier[oa]\\s+de", I);

    private static final Pattern OF_A_SCHOOL =
            Pattern.compile("\\b(?:universidad|universitat|polit[eé]cnica|escuela|instituto|facultad)\\b", I);

    private static final Pattern ATTENDED = Pattern.compile("^\\W{0,3}(?:s\\s+)?(?:courses?\\s+)?attended\\b", I);

    /// "In mathematics, University of Zaragoza (2008)": what comes after that is told of something else.
    private static final Pattern FINISHED_IN = Pattern.compile("^[^().;]{0,80}\\((?:19|20)\\d{2}\\)(?=\\s+\\p{Ll})");

    private static final Pattern NEXT_SENTENCE = Pattern.compile(
            "(?<=\\p{Ll}{3})\\.\\s+(?=\\p{Lu}\\p{L}*(?:\\s+\\S+){4})(?!Expect|Current|Still|Anticip|Ongoing)");

    private static final Pattern WHEN = Pattern.compile(
            "^\\W*(?:(?:\\p{L}{3,9}\\.?,?\\s+)?(?:\\d{1,2}[./])?(?:19|20)\\d{2}|in\\s+progress|current|present|expected.{0,20}|(?:-|to|\\s))+\\W*$",
            I);

    private DegreeContext() {}

    /// A year, or that it is still going on, and nothing else.
    static boolean saysWhen(String line) {
        return line.length() < 40 && WHEN.matcher(line).matches();
    }

    static boolean isDegree(DegreeNames.Named named, String line, Section section) {
        var before = line.substring(0, named.start());
        var after = line.substring(named.end());
        boolean isWord = WORD.matcher(named.text()).find();
        if (isWord && isAnotherThing(named, after)) return false;
        if (NO_DEGREE_BEFORE.matcher(before).find()) return false;
        if (isThesis(after) || isAssociateInProjects(named, after)) return false;
        if (OTHERS.matcher(line).find() && section != Section.EDUCATION) return false;
        if (ATTENDED.matcher(after).find()) return false;
        if (section != Section.EDUCATION && JOB_AS_WELL.matcher(named.text()).matches())
            return OF_A_SCHOOL.matcher(line).find();
        if (named.level() == DegreeLevel.OTHER) return section == Section.EDUCATION && !isSchool(line);
        return named.certain() ? isCertain(named, before, after) : isLikely(named, before, after, section);
    }

    /// "Master electrician", "master of ceremonies". What follows "master in" or "bachelor of" is a field, whatever it
    /// is.
    private static boolean isAnotherThing(DegreeNames.Named named, String after) {
        return NAMES_A_FIELD.matcher(named.text()).find()
                ? NO_FIELD.matcher(after).find()
                : NO_DEGREE_AFTER.matcher(after).find();
    }

    /// A certificate of that name.
    private static boolean isAssociateInProjects(DegreeNames.Named named, String after) {
        return named.level() == DegreeLevel.ASSOCIATE
                && Pattern.compile("^\\s*in\\s+project\\s+man", I)
                        .matcher(after)
                        .find();
    }

    private static boolean isThesis(String after) {
        return Pattern.compile("^(?:\\s+\\p{L}+){0,2}\\s*-?(?:thesis|arbeit)", I)
                .matcher(after)
                .find();
    }

    private static boolean isSchool(String line) {
        return Pattern.compile(
                        "high\\s*school|secondary|\\bged\\b|\\bhs\\b|diploma[\\s:,]+(?:general|high)|general\\s+(?:studies|education|diploma)|college\\s+prep|matric",
                        I)
                .matcher(line)
                .find();
    }

    /// Even certain words may be the name of a certificate: "Master of Project Academy", "MBA" never.
    private static boolean isCertain(DegreeNames.Named named, String before, String after) {
        boolean bare = named.text().matches("(?i)(?:master|bachelor|associate)'?s'?\\s+");
        return !bare
                || !Pattern.compile("^(?:thesis|certificate|level|project|student|class)", I)
                        .matcher(after)
                        .find();
    }

    private static boolean isLikely(DegreeNames.Named named, String before, String after, Section section) {
        if (PRODUCT.matcher(after).find()) return false;
        if (section == Section.EDUCATION) {
            if (STATE.matcher(named.text()).matches()
                    && PLACE_BEFORE.matcher(before).find()
                    && !FIELD_BEFORE.matcher(before).find()) return false;
            boolean begins = before.isBlank()
                    || Pattern.compile("(?:[\\s,;:|•(\\-/\\t\"&]|\\d)$")
                            .matcher(before)
                            .find();
            return begins
                    && FIELD_OR_END.matcher(after).find()
                    && !Pattern.compile("^\\s*(?:\\d{5}|USA|U\\.S)")
                            .matcher(after)
                            .find();
        }
        if (isLineOfDegree(named, before, after)) return true;
        boolean letters = named.text().length() <= 4 && !named.text().matches("(?:BE|ME|AS|AA|AB|A\\..*|.*E\\.?)");
        return letters
                && Pattern.compile("^\\s*(?:degree\\s+)?(?:in|degree)\\s+(?=\\p{Lu}|\\()|^\\s*degree\\b")
                        .matcher(after)
                        .find();
    }

    /// "B.A. History, 1998" or "MS Physics, Some University" as a line of its own, without a heading above it.
    private static boolean isLineOfDegree(DegreeNames.Named named, String before, String after) {
        if (before.chars().anyMatch(Character::isLetterOrDigit)
                || !NAMED_FIELD.matcher(after).find()) return false;
        if (Titles.isTitle(after) || RANGE.matcher(after).find()) return false;
        return SCHOOL.matcher(after).find()
                || named.text().contains(".")
                        && Pattern.compile("\\b(?:19|20)\\d\\d\\W*$")
                                .matcher(after)
                                .find();
    }

    static boolean isFinished(DegreeNames.Named named, String line, int nextDegree, List<String> below, int thisYear) {
        var before = line.substring(0, named.start());
        var after = own(inItsBracket(before, line.substring(named.end(), nextDegree)), nextDegree < line.length());
        if (NOT_DONE_BEFORE.matcher(tail(before)).find()
                || NOT_DONE_AFTER.matcher(after).find()) return false;
        if (!below.isEmpty() && STANDS_BELOW.matcher(below.getFirst()).find()) return false;
        if (below.stream()
                .skip(1)
                .anyMatch(each -> each.length() < 40 && GOES_ON.matcher(each).find())) return false;
        var years = Pattern.compile("\\b(20\\d\\d)\\b").matcher(after);
        while (years.find()) if (Integer.parseInt(years.group(1)) > thisYear) return false;
        return !Pattern.compile("(?:-|to)\\s*(?:present|current|now|heute)\\b", I)
                .matcher(before)
                .find();
    }

    /// "My degree (BSc, Some University, 2008) I started": what comes after the bracket is told of something else.
    private static String inItsBracket(String before, String after) {
        var finished = FINISHED_IN.matcher(after);
        if (finished.find()) return finished.group();
        int closed = after.indexOf(')');
        return before.lastIndexOf('(') > before.lastIndexOf(')') && closed >= 0 && after.length() - closed > 12
                ? after.substring(0, closed)
                : after;
    }

    /// What a line says after a degree of it alone: not the next sentence, nor what begins the next degree, as in
    /// "B.Sc. 2020, currently studying for a master's degree".
    private static String own(String after, boolean anotherFollows) {
        var sentence = NEXT_SENTENCE.matcher(after);
        if (sentence.find()) return after.substring(0, sentence.start());
        if (!anotherFollows) return after;
        int clause = Math.max(after.lastIndexOf(','), Math.max(after.lastIndexOf(';'), after.lastIndexOf('|')));
        return clause >= 0 && NOT_DONE_BEFORE.matcher(after.substring(clause)).find()
                ? after.substring(0, clause)
                : after;
    }

    private static String tail(String before) {
        return before.substring(Math.max(0, before.length() - 60));
    }
}
