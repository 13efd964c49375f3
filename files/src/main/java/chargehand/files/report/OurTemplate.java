package chargehand.files.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The template of who has none of their own: plain, on one page.
final class OurTemplate {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private OurTemplate() {}

    static Map<String, byte[]> parts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", bytes("""
                <Types xmlns="%scontent-types"><Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/word/document.xml" ContentType="%s.document.main+xml"/>\
                <Override PartName="/word/styles.xml" ContentType="%s.styles+xml"/></Types>""".formatted(PACKAGE, TYPES, TYPES)));
        parts.put("_rels/.rels", bytes(relation("officeDocument", "word/document.xml")));
        parts.put("word/_rels/document.xml.rels", bytes(relation("styles", "styles.xml")));
        parts.put("word/styles.xml", bytes("""
                <w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>\
                <w:sz w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="40"/></w:pPr></w:pPrDefault>\
                </w:docDefaults></w:styles>""".formatted(WORDS)));
        parts.put(DocxTemplate.BODY, bytes(document()));
        return parts;
    }

    private static String relation(String type, String target) {
        return """
                <Relationships xmlns="%srelationships"><Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>""".formatted(PACKAGE, RELATIONS, type, target);
    }

    private static byte[] bytes(String xml) {
        return (HEAD + xml).getBytes(StandardCharsets.UTF_8);
    }

    private static String document() {
        var body = new StringBuilder();
        body.append(paragraph("title", 36, true));
        body.append(paragraph("about", 20, false));
        body.append(paragraph("status", 28, true));
        body.append(facts(List.of("planned", "likely", "promised")));
        for (var each : DocxTemplate.sections())
            body.append(paragraph(each + ".title", 22, true)).append(paragraph(each, 20, false));
        body.append(paragraph("foot", 16, false));
        return "<w:document xmlns:w=\"%s\"><w:body>%s%s</w:body></w:document>".formatted(WORDS, body, """
                <w:sectPr><w:pgSz w:w="11906" w:h="16838"/>\
                <w:pgMar w:top="1000" w:right="1100" w:bottom="900" w:left="1100" w:header="500" w:footer="500" w:gutter="0"/>\
                </w:sectPr>""");
    }

    private static String paragraph(String name, int halfPoints, boolean bold) {
        var before = bold ? "<w:pPr><w:keepNext/><w:spacing w:before=\"160\" w:after=\"20\"/></w:pPr>" : "";
        return "<w:p>%s<w:r><w:rPr>%s<w:sz w:val=\"%d\"/></w:rPr><w:t>{{%s}}</w:t></w:r></w:p>"
                .formatted(before, bold ? "<w:b/>" : "", halfPoints, name);
    }

    private static String facts(List<String> names) {
        var row = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid>");
        for (var _ : names) row.append("<w:gridCol w:w=\"3230\"/>");
        row.append("</w:tblGrid><w:tr>");
        for (var each : names)
            row.append("<w:tc><w:tcPr><w:tcW w:w=\"3230\" w:type=\"dxa\"/></w:tcPr>")
                    .append(paragraph(each + ".title", 18, false))
                    .append(paragraph(each, 24, true))
                    .append(paragraph(each + ".note", 18, false))
                    .append("</w:tc>");
        return row.append("</w:tr></w:tbl>").toString();
    }
}
