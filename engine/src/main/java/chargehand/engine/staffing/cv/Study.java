package chargehand.engine.staffing.cv;

import java.util.regex.Pattern;

/// Kinds of studies that profiles ask for.
public enum Study {
    /// computer science, information technology, management information systems
    COMPUTING(
            "comput|informati[ck]|informatique|software|information (?:tech|sys|sci|sec|man|eng)|\\bit\\b|\\bmis\\b|\\bcis\\b|\\bcse?\\b"
                    + "|data scien|data eng|cyber|network|programming|web (?:dev|des)|artificial|machine learning|inform[aá]tica|informatyk"
                    + "|applied computing|systems (?:analysis|engineer)|internet|telematic|management info|electronic data|information assurance|wirtschaftsinf|ingénierie info|multimedia|game dev|database"),
    ENGINEERING(
            "engineer|ingenieur|ingénieur|ingénierie|engineering|elektro|maschinenbau|electronic|electrical|mechatron|ingenier|technik\\b|automation|\\beee?\\b|\\bece\\b|mechanical|robotic"),
    MANAGEMENT(
            "management|business|administration|\\bmba\\b|commerce|leadership|betriebswirt|\\bbwl\\b|gestion|wirtschaft|organizational|économ|econom|finance|marketing|entrepreneur|administraci[oó]n|betriebswirtschaft|operations|organisation");

    private final Pattern words;

    Study(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean covers(String field) {
        return words.matcher(field).find();
    }
}
