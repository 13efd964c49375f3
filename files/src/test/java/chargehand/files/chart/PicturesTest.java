package chargehand.files.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.PlanWriter;
import chargehand.files.Planned;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class PicturesTest {
    @Test
    void writesSvgThatIsXmlAndFetchesNothing() throws Exception {
        var bytes = written(new SvgPicture(), Harbour.patientApp());

        var root = xml(bytes);
        assertEquals("svg", root.getDocumentElement().getTagName());
        var text = new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("base64,[A-Za-z0-9+/=]+", "")
                .replace("http://www.w3.org/2000/svg", "");
        assertFalse(text.contains("http") || text.contains("var(--"));
        assertFalse(text.matches("(?s).*url\\((?!data:|#).*"));
    }

    @Test
    void keepsMarkupInNamesOutOfTheSvg() throws Exception {
        var svg = xml(written(new SvgPicture(), Harbour.named("<script>alert(1)</script> & \"\u0001]]>")));

        assertEquals(0, svg.getElementsByTagName("script").getLength());
    }

    @Test
    void drawsAPngOfTwiceThePixels() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(written(new PngPicture(), Harbour.patientApp())));

        assertEquals(2880, image.getWidth());
        assertEquals(2 * (104 + 34 + 31 * 24 + 30), image.getHeight());
    }

    @Test
    void drawsSmallerRatherThanFillMemory() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(written(new PngPicture(1000), Harbour.large(2500))));

        assertTrue((double) image.getWidth() * image.getHeight() < 1.01 * PngPicture.MOST_PIXELS);
    }

    @Test
    void drawsTheBarsWhereTheLayoutHasThem() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(written(new PngPicture(), Harbour.chain(1, 480))));

        boolean critical = false;
        int y = 2 * (104 + 34 + 12);
        for (int x = 1100; x < image.getWidth(); x++)
            critical |= (image.getRGB(x, y) & 0xffffff) == Tone.CRITICAL.light();
        assertTrue(critical);
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        assertArrayEquals(
                written(new PngPicture(), Harbour.patientApp()), written(new PngPicture(), Harbour.patientApp()));
        assertArrayEquals(
                written(new SvgPicture(), Harbour.patientApp()), written(new SvgPicture(), Harbour.patientApp()));
    }

    @Test
    void refusesAWidthThatLeavesNoRoomForTheChart() {
        assertThrows(IllegalArgumentException.class, () -> new SvgPicture(999));
        assertThrows(IllegalArgumentException.class, () -> new PngPicture(999));
    }

    private static byte[] written(PlanWriter writer, Planned planned) throws IOException {
        var out = new ByteArrayOutputStream();
        writer.write(planned, out);
        return out.toByteArray();
    }

    private static org.w3c.dom.Document xml(byte[] bytes)
            throws IOException, SAXException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
