package chargehand.bench.cvs;

import chargehand.bench.cvs.MadeUpCv.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import tools.jackson.databind.json.JsonMapper;

/// CVs that carry their facts as data: Europass and JSON Resume.
final class StructuredLayouts {
    private StructuredLayouts() {}

    /// A picture of a page, and the facts in an attachment.
    static byte[] europassPdf(MadeUpCv cv) throws IOException {
        try (var sheets = new PdfSheets()) {
            PdfLayouts.head(cv, sheets.column(60, 470, 0, PdfSheets.TOP));
            var embedded = new PDEmbeddedFile(
                    sheets.document(), new ByteArrayInputStream(europass(cv).getBytes(StandardCharsets.UTF_8)));
            var file = new PDComplexFileSpecification();
            file.setFile("attachment.xml");
            file.setEmbeddedFile(embedded);
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("attachment.xml", file));
            var names = new PDDocumentNameDictionary(sheets.document().getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            sheets.document().getDocumentCatalog().setNames(names);
            return sheets.bytes();
        }
    }

    private static String europass(MadeUpCv cv) {
        var work = new StringBuilder();
        var education = new StringBuilder();
        var certificates = new StringBuilder();
        for (var part : cv.parts())
            for (var entry : part.entries()) {
                if (entry.titles().isEmpty()) {
                    if (!part.side() || looksLikeCertificates(cv, entry))
                        certificates.append("<Description>%s</Description>"
                                .formatted(escaped(entry.lines().getFirst())));
                } else if (entry.lines().isEmpty()) education.append(attended(entry));
                else work.append(employed(entry));
            }
        return "<Candidate xmlns=\"http://www.europass.eu/1.0\"><CandidatePerson><PersonName><FormattedName>%s</FormattedName></PersonName></CandidatePerson><CandidateProfile><EmploymentHistory>%s</EmploymentHistory><EducationHistory>%s</EducationHistory><Certifications>%s</Certifications></CandidateProfile></Candidate>"
                .formatted(escaped(cv.person().name()), work, education, certificates);
    }

    private static boolean looksLikeCertificates(MadeUpCv cv, Entry entry) {
        return !cv.truth().certificates().isEmpty()
                && !entry.lines().getFirst().contains("MS Office")
                && !entry.lines().getFirst().contains("Jira");
    }

    private static String employed(Entry entry) {
        return "<EmployerHistory><OrganizationName>%s</OrganizationName><PositionHistory><PositionTitle>%s %s</PositionTitle><Description>%s</Description></PositionHistory></EmployerHistory>"
                .formatted(
                        escaped(entry.titles().getLast()),
                        escaped(entry.titles().getFirst()),
                        escaped(entry.dates()),
                        escaped("<p>" + String.join("</p><p>", entry.lines()) + "</p>"));
    }

    private static String attended(Entry entry) {
        return "<EducationOrganizationAttendance><OrganizationName>%s</OrganizationName><EducationDegree><DegreeName>%s</DegreeName></EducationDegree></EducationOrganizationAttendance>"
                .formatted(
                        escaped(entry.titles().getLast()),
                        escaped(entry.titles().getFirst()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String jsonResume(MadeUpCv cv) {
        var root = JsonMapper.shared().createObjectNode();
        root.putObject("basics").put("name", cv.person().name()).put("label", cv.headline());
        var work = root.putArray("work");
        var education = root.putArray("education");
        var certificates = root.putArray("certificates");
        for (var part : cv.parts())
            for (var entry : part.entries()) {
                if (entry.titles().isEmpty()) {
                    if (looksLikeCertificates(cv, entry))
                        certificates.addObject().put("name", entry.lines().getFirst());
                } else if (entry.lines().isEmpty())
                    education
                            .addObject()
                            .put("studyType", entry.titles().getFirst())
                            .put("institution", entry.titles().getLast());
                else {
                    var job = work.addObject()
                            .put("position", entry.titles().getFirst() + ", " + entry.dates())
                            .put("name", entry.titles().getLast());
                    entry.lines().forEach(job.putArray("highlights")::add);
                }
            }
        return root.toString();
    }
}
