package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Hardware, tools and skills of people that a text names, each with its first line.
final class Mentioned {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Map<String, Pattern> HARDWARE = read("cv-hardware.txt");
    private static final Map<String, Pattern> TOOLS = read("cv-tools.txt");
    private static final Map<Skill, Pattern> SKILLS = Map.of(
            Skill.COMMUNICATION,
            Pattern.compile(
                    "\\bcommunicat(?:ion|or|ing|ed|es)\\b|\\bpresent(?:ation|ations|ed\\s+to|ing\\s+to)\\b|\\bkommunikat\\p{L}+|\\bstakeholder\\s+(?:management|communication)|\\bliais(?:on|ed|ing)\\b|\\bliaison|interpersonal|comunicaci[oó]n",
                    I),
            Skill.ORGANISATION,
            Pattern.compile(
                    "\\borgani[sz](?:ation(?:al)?\\s+skills|ed|ing|ational\\s+abilit\\p{L}+)\\b|\\bwell[\\s-]organi[sz]ed|\\bplanning\\b|\\bschedul(?:e|ed|es|ing)\\b|\\bcoordinat\\p{L}+|\\bprioriti[sz]\\p{L}+|\\btime\\s+management|\\borganisation\\p{L}*|\\bmulti-?task\\p{L}*|\\bstrukturiert\\p{L}*",
                    I),
            Skill.PUNCTUALITY,
            Pattern.compile(
                    "\\bpunctual\\p{L}*|\\bon[\\s-]time\\b|\\bdeadlines?\\b|\\bahead\\s+of\\s+schedule|\\bon\\s+schedule|\\btimely\\b|\\bpünktlich\\p{L}*|\\btermintreu\\p{L}*|\\bponctuel\\p{L}*|\\bd[eé]lais\\b|\\bfristgerecht\\p{L}*|within\\s+(?:time|schedule)|\\bplazos\\b",
                    I),
            Skill.LEADING_A_TEAM,
            Pattern.compile(
                    "\\b(?:led|lead|leading|manag(?:e|ed|ing)|supervis\\p{L}+|direct(?:ed|ing)|head(?:ed|ing)|mentor\\p{L}*|oversaw|oversee\\p{L}*|guid(?:ed|ing))\\b(?:\\s+[\\p{L}\\d\\-+&,()]+){0,6}\\s+(?:teams?|staff|engineers|developers|people|employees|technicians|analysts|resources|members|consultants|personnel|reports)\\b|\\bteam\\s?lead(?:er)?\\b|\\bdirect\\s+reports\\b|\\bteamleit\\p{L}+|\\bführung\\s+(?:von|eines)|\\bencadr\\p{L}+|\\bmanagement\\s+d'(?:une\\s+)?[eé]quipe|\\bteam\\s+of\\s+\\d+|\\bteam\\s+management|\\bpeople\\s+management",
                    I));

    private Mentioned() {}

    static List<Experience> hardware(Flow flow) {
        return first(flow, HARDWARE);
    }

    static List<Experience> tools(Flow flow) {
        return first(flow, TOOLS);
    }

    static Map<Skill, CvLine> skills(Flow flow) {
        var found = new EnumMap<Skill, CvLine>(Skill.class);
        for (int i = 0; i < flow.lines(); i++)
            for (var each : SKILLS.entrySet())
                if (!found.containsKey(each.getKey())
                        && each.getValue().matcher(flow.line(i)).find()) found.put(each.getKey(), flow.evidence(i));
        return found;
    }

    private static List<Experience> first(Flow flow, Map<String, Pattern> words) {
        var found = new ArrayList<Experience>();
        for (var each : words.entrySet()) {
            var place = each.getValue().matcher(flow.folded());
            if (place.find()) found.add(new Experience(each.getKey(), flow.evidence(place.start(), place.end())));
        }
        found.sort(java.util.Comparator.comparingInt(each -> each.line().n()));
        return found;
    }

    private static Map<String, Pattern> read(String file) {
        var words = new LinkedHashMap<String, Pattern>();
        for (var line : ListedWords.lines(file)) {
            var cells = line.split("\\s*\\|\\s*", 2);
            var pattern = cells.length == 2 ? cells[1].replaceAll("\\s*;\\s*", "|") : Pattern.quote(cells[0]);
            words.put(cells[0], Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + pattern + ")(?![\\p{L}\\p{N}])", I));
        }
        return words;
    }
}
