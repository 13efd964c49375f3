package chargehand.files.cv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// The XML of a Europass CV, the newer `Candidate` and the older `SkillsPassport`, as the lines of a plain CV. What a
/// person is called, how old they are and where they live is left out.
final class EuropassText {
    private static final Map<String, String> HEADINGS = Map.of(
            "EmploymentHistory", "Work experience",
            "WorkExperienceList", "Work experience",
            "EducationHistory", "Education",
            "EducationList", "Education",
            "Certifications", "Certifications",
            "Licenses", "Certifications",
            "PersonCompetency", "Skills",
            "Skills", "Skills",
            "AchievementList", "Other");

    private EuropassText() {}

    static boolean isOne(String xml) {
        return xml.contains("<Candidate") && xml.contains("europass") || xml.contains("SkillsPassport");
    }

    static Extracted of(byte[] bytes) throws IOException {
        if (!isOne(CvKind.decoded(bytes)))
            return Extracted.without(CvFile.State.BROKEN, "It is XML, but no Europass CV. Ask for a PDF or DOCX.");
        var lines = new ArrayList<String>();
        write(root(bytes), lines);
        return Extracted.read(String.join("\n", lines));
    }

    private static Element root(byte[] bytes) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException damage) {
            throw new IOException(damage);
        }
    }

    private static void write(Element element, List<String> lines) {
        var name = element.getLocalName();
        if (HEADINGS.containsKey(name)) lines.addAll(List.of("", HEADINGS.get(name)));
        if (isPersonal(name)) return;
        if (isEntry(name)) {
            new EuropassEntry(element).write(lines);
            return;
        }
        var children = children(element);
        if (children.isEmpty() && !element.getTextContent().isBlank()) lines.addAll(plain(element.getTextContent()));
        children.forEach(child -> write(child, lines));
    }

    private static boolean isPersonal(String name) {
        return List.of(
                        "PersonName",
                        "Identification",
                        "Communication",
                        "BirthDate",
                        "NationalityCode",
                        "GenderCode",
                        "DocumentInfo",
                        "DocumentID",
                        "CandidateSupplier",
                        "Attachment",
                        "RenderingInformation",
                        "PrintingPreferences",
                        "PrimaryLanguageCode",
                        "ResidenceCountryCode",
                        "Nationality")
                .contains(name);
    }

    private static boolean isEntry(String name) {
        return List.of(
                        "EmployerHistory",
                        "WorkExperience",
                        "EducationOrganizationAttendance",
                        "Education",
                        "Certification",
                        "License")
                .contains(name);
    }

    static List<Element> children(Node node) {
        var children = new ArrayList<Element>();
        for (int i = 0; i < node.getChildNodes().getLength(); i++)
            if (node.getChildNodes().item(i) instanceof Element child) children.add(child);
        return children;
    }

    /// Descriptions are HTML within XML.
    static List<String> plain(String text) {
        return text.replaceAll("(?i)<(?:br|/p|/li|/div)[^>]*>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
