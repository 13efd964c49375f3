package chargehand.engine.staffing.cv;

import java.util.regex.Pattern;

/// Whether a line names a job.
final class Titles {
    private static final int LONGEST = 130;
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern NOUN = Pattern.compile(
            "(?<![\\p{L}])(?:managers?|engineers?|engineering|developers?|programmers?|analysts?|administrators?|admin|consultants?|architects?|lead|leader|directors?|technicians?|tech|specialists?|co-?ordinators?|officers?|scientists?|testers?|designers?|support|interns?|internship|trainee|associate|assistant|supervisors?|head|president|vp|cto|cio|ciso|rssi|ceo|coo|owner|founder|scrum\\s?master|webmaster|dba|operators?|representatives?|advisors?|experts?|contractor|freelancer?|professor|lecturer|teacher|instructor|trainer|sre|devops|qa|planner|estimator|inspector|auditor|strategist|executive|partner|principal|researcher|clerk|agent|chief|foreman|superintendent|machinist|mechanic|electrician|drafter|secretary|accountant|buyer|cashier|sales(?:man|person)?|bookkeeper|receptionist|pmo|evangelist|generalist|recruiter|fellow|apprentice|staff|tutor|installer|sysadmins?|netadmin|controller|editor|writer|author|programme?r|(?<!\\d )(?-i:BA|PM)|member\\s+of|helpdesk|help\\s+desk"
                    + "|\\p{L}*leiter(?:in)?|\\p{L}*entwickler(?:in)?|\\p{L}*berater(?:in)?|\\p{L}*ingenieur(?:in)?|\\p{L}*techniker(?:in)?|\\p{L}*informatiker(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|praktikum|\\p{L}*mitarbeiter(?:in)?|referent(?:in)?|\\p{L}*architekt(?:in)?|geschäftsführer(?:in)?|\\p{L}*spezialist(?:in)?|sachbearbeiter(?:in)?|koordinator(?:in)?|\\p{L}*administrator(?:in)?|\\p{L}*betreuer(?:in)?|(?:\\p{L}*-)?(?:analyst|tester|designer|trainer|supporter|operator|auditor|consultant|planer)in|\\p{L}*planer|\\p{L}*manager(?:in)?|selbst[aä]ndig|verk[aä]ufer(?:in)?|kauf(?:mann|frau)|\\p{L}*konstrukteur(?:in)?|buchhalter(?:in)?|assistent(?:in)?|fachkraft|lehrer(?:in)?|monteur(?:in)?|\\p{L}*elektroniker(?:in)?|mechatroniker(?:in)?|disponent(?:in)?|\\p{L}*programmierer(?:in)?|teamleitung|projektleitung"
                    + "|chef(?:fe)?\\s+de\\s+projets?|d[eé]veloppeu(?:r|se)|ing[eé]nieure?|technicien(?:ne)?|administrateur|administratrice|responsable|directeur|directrice|analyste|programmeuse|stagiaire|architecte|gestionnaire|concepteur|formateur|charg[eé]e?\\s+de|vendeu(?:r|se)|comptable|assistante|employ[eé]e?|secr[eé]taire|professeur|conducteur|vendedor|ayudante|empleado|alternant|ingenier[oa]|desarrolladora?|jefe|consultora?|gerente|analista|t[eé]cnic[oa]|ingegnere|sviluppatore|sviluppatrice|responsabile|directora?|jef[ea]|coordinador[a]?|administradora?|arquitect[oa]|soporte|becari[oa]|encargad[oa]|diretora?|gestora?|desenvolvedora?|programadora?|engenheir[oa]|coordenadora?|estagi[aá]ri[oa]|arquitet[oa]|l[ií]der|chefe|administratore|amministratore|sistemista|direttore|direttrice|capo|tecnico|consulente|impiegat[oa]|tirocinante|analista|architetto|coordinatore|specialista|\\p{L}*leider|\\p{L}*manager|\\p{L}*architect|\\p{L}*engineer|\\p{L}*beheerder|\\p{L}*medewerker|\\p{L}*ontwikkelaar|\\p{L}*adviseur|\\p{L}*kundige|\\p{L}*specialist|hoofd|stagiair[e]?|teamleider|eigenaar|programmeur|kierownik\\p{L}*|kierowniczka|programist\\p{L}+|in[zż]ynier\\p{L}*|administrator\\p{L}*|analityk\\p{L}*|specjalist\\p{L}+|konsultant\\p{L}*|dyrektor\\p{L}*|koordynator\\p{L}*|praktykant\\p{L}*|sta[zż]yst\\p{L}+|asystent\\p{L}*|mened[zż]er\\p{L}*|lider\\p{L}*|tester\\p{L}*|architekt\\p{L}*|w[lł]a[sś]ciciel\\p{L}*|\\p{L}*administratör|\\p{L}*konsult|\\p{L}*konsulent|samordnare|handläggare|\\p{L}*leder|\\p{L}*ansvar(?:ig|lig)|\\p{L}*utvikler|\\p{L}*udvikler|\\p{L}*utvecklare|\\p{L}*ledare|\\p{L}*ingenj[oö]r|\\p{L}*tekniker|leiterin|leitung|\\p{L}*beauftragte[r]?|\\p{L}*verantwortliche[r]?|inhaber(?:in)?|\\p{L}*leitung|\\p{L}*analist|waiter|barista|driver|nurse|soldier|volunteer)(?![\\p{L}])",
            I);
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:engineer|consultant|lead|leader|analyst|associate|specialist|intern|trainee|expert|contractor|member|administrator|technician|berater|ingenieur|ing[eé]nieur)\\b",
            I);

    private static final Pattern BULLET = Pattern.compile("^(?:[•*\\-]|o\\s|\\d+[.)]\\s)+\\s*");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:\\S+\\s+){4}\\S*(?<!\\b(?:inc|ltd|co|corp|pvt|llc|jr|sr|o|a|v|plc|mgr|eng|dept|tech|asst|intl|bros|gov|dev|admin|l|n|kg|st))[.!?]\\s*$|^(?:•|-\\s|\\*|o\\s)",
            I);
    /// "Supervisor: may be contacted" says who that is, and names no job of one's own.
    private static final Pattern OF_ANOTHER = Pattern.compile(
            "^\\W*(?:(?:line\\s+|direct\\s+)?(?:supervisor|manager)|report(?:s|ed|ing)\\s+to|references?|vorgesetzte[rn]?|referenz(?:en)?|leidinggevende|jefe\\s+directo|sup[eé]rieur)\\s*:",
            I);
    /// What a list item under a job begins with: what was done, and no name of a job.
    private static final Pattern DEED = Pattern.compile(
            "^(?:managed|developed|led|worked|responsible|created|designed|provided|implemented|supported|performed|assisted|coordinated|maintained|supervised|ensured|conducted|established|environment|technologies|achievements?|duties|key|project\\s*:|skills?|tools?|using|including|participat\\w+|involved|interact\\w+|report(?:ed|ing|s)|prepar\\w+|analy[sz]ed|install\\w+|configur\\w+|monitor\\w+|train(?:ed|ing)\\b|serv\\w+\\s+as\\b|act\\w+\\s+as\\b|hired|recruited|reduced|increased|saved|oversaw|planned|deliver\\w+|handled|work(?:ing|ed)?\\s+with|tested|wrote|built|drove|directed|gather\\w+)\\b",
            I);

    /// "Worked as a developer": said in a sentence, and yet the job's name.
    private static final Pattern AS = Pattern.compile(
            "^(?:i\\s+)?(?:have\\s+|am\\s+|was\\s+)?(?:work(?:ed|ing)|serv(?:ed|ing)|employed|associated|engaged|joined)\\b[^.;]{0,40}?\\bas\\s+(?:an?\\s+|the\\s+)?",
            I);

    private static final Pattern PARTS =
            Pattern.compile("[,;|•\\t()]|\\s-\\s|\\s{2,}|\\s@\\s|\\s(?:at|bei|chez)\\s|(?<=\\p{L}{3}):\\s");
    /// Whose name tells nothing of the job.
    private static final Pattern EMPLOYER = Pattern.compile(
            "(?:\\b(?:inc|llc|ltd|limited|corp|corporation|company|co|gmbh|ag|kg|se|sa|sas|sarl|plc|pvt|group|holding|university|college|school|bank|hospital|city|state|client)\\b\\.?|\\b(?:systems|solutions|technologies|technology|software|services|consulting|consultants|networks|labs|industries|partners|engineering|electronics|data|energy|health)\\s*$)",
            I);

    private static final Pattern DEPARTMENT = Pattern.compile(
            "(?:information|it|software|data|networks?|networking|engineering|infrastructure|security|technology|applications?|systems|web|quality|product)(?:\\s+(?:&\\s+|and\\s+)?[\\p{L}]+){0,2}",
            I);

    private Titles() {}

    /// Whether a line tells of what was done in a job.
    static boolean isTold(String text) {
        return SENTENCE.matcher(text.strip()).find()
                || DEED.matcher(text.strip()).find();
    }

    /// A title that may be in any field: "Consultant", "Technical Lead".
    static boolean isOpen(String title) {
        return OPEN.matcher(title).find();
    }

    /// Whether what stands on a line beside dates names a job: a bullet or a full stop says nothing there.
    static boolean isTitleBesideDates(String text) {
        var plain = AS.matcher(BULLET.matcher(text.strip()).replaceFirst("")).replaceFirst("");
        return plain.length() >= 2
                && plain.length() <= LONGEST
                && NOUN.matcher(plain).find()
                && !DEED.matcher(plain).find();
    }

    /// The words of an item of a list.
    static String withoutBullet(String text) {
        return BULLET.matcher(text.strip()).replaceFirst("");
    }

    static boolean isTitle(String text) {
        var plain = text.strip();
        return plain.length() >= 2
                && plain.length() <= LONGEST
                && NOUN.matcher(plain).find()
                && !OF_ANOTHER.matcher(plain).find()
                && !SENTENCE.matcher(plain).find()
                && !DEED.matcher(plain).find();
    }

    /// The part of a line that names the job, without employer and place. Where that says nothing of the field, as in
    /// "Manager, Network Operations", what stands beside it as well.
    static String titleIn(String line) {
        var parts = PARTS.split(line);
        var named = new StringBuilder();
        var beside = new StringBuilder();
        for (var part : parts) {
            if (NOUN.matcher(part).find()) named.append(part.strip()).append(", ");
            else if (DEPARTMENT.matcher(part.strip()).matches()
                    || !EMPLOYER.matcher(part.strip()).find())
                beside.append(part.strip()).append(", ");
        }
        if (named.isEmpty()) return line;
        var fields = FieldWords.ofTitle(named.toString());
        boolean vague = fields.isEmpty() || fields.equals(java.util.Set.of(Field.LEADERSHIP));
        return (vague ? named.append(beside) : named).toString().replaceAll("[, ]+$", "");
    }
}
