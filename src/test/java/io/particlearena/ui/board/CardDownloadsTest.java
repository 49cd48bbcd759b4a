package io.particlearena.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.ChartNote;
import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.ChartLook;
import io.particlearena.ui.chart.ChartRequest;
import io.particlearena.ui.chart.ChartView;
import io.particlearena.ui.chart.Curve;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

final class CardDownloadsTest {

    private static final int POINTS = 5000;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ChartRequest request;

    @BeforeEach
    void fill() {
        SeriesStore store = new SeriesStore();
        for (int i = 0; i < POINTS; i++) {
            store.append("loss", 10L * i, 1_795_318_470.5 + i, i == 7 ? Double.NaN : Math.sqrt(i));
        }
        Curve curve =
                new Curve("runs/a", "first, <\"best\">", store.find("loss").orElseThrow(), 0xff0000);
        request = new ChartRequest(
                List.of(curve),
                "",
                "",
                new ChartLook(400, 240, 1, Theme.LIGHT, 11),
                new ChartView(SeriesAxis.STEP, false, true, 0.6),
                null);
    }

    @Test
    void csvHasAllPointsAsTheyAre() throws IOException {
        List<String> lines = Files.readAllLines(write(Download.CSV));
        assertThat(lines).hasSize(POINTS + 1).startsWith("Run,Wall time,Step,Value");
        assertThat(lines.get(3))
                .isEqualTo("\"first, <\"\"best\"\">\",1795318472.500,20," + (double) (float) Math.sqrt(2));
        assertThat(lines.get(8)).endsWith(",NaN");
    }

    @Test
    void jsonHasAllPointsAsTheyAre() throws IOException {
        String text = Files.readString(write(Download.JSON));
        assertThat(text)
                .startsWith("[{\"run\":\"first, <\\\"best\\\">\",\"tag\":\"loss\",\"points\":[[1.7953184705E9,0,0.0],");
        assertThat(text.split("\\],\\[", -1)).hasSize(POINTS);
        assertThat(text).contains("[1.7953184775E9,70,\"NaN\"]");
    }

    @Test
    void svgHasTheLineTheAxesAndTheLegend() throws IOException, ParserConfigurationException, SAXException {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(write(Download.SVG).toFile());
        assertThat(svg.getDocumentElement().getTextContent()).contains("Loss", "first, <\"best\">", "20k", "40");
        assertThat(svg.getElementsByTagName("path").getLength()).isGreaterThan(3);
    }

    @Test
    void svgHasTheNotesThatAreInSight() throws IOException {
        request = new ChartRequest(
                request.curves(),
                request.across(),
                request.up(),
                request.look(),
                request.view(),
                List.of(new ChartNote("loss", 100, "a < b"), new ChartNote("loss", -50, "before")),
                request.zoom(),
                request.marks());
        assertThat(Files.readString(write(Download.SVG)))
                .contains(">a &lt; b</text>", "stroke-dasharray")
                .doesNotContain("before");
    }

    @Test
    void pngHasTwiceTheSizeAndTheLinesColour() throws IOException {
        BufferedImage image = ImageIO.read(write(Download.PNG).toFile());
        assertThat(image.getWidth()).isEqualTo(800);
        int red = 0;
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            red += (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff) == 0xff0000 ? 1 : 0;
        }
        assertThat(red).isGreaterThan(500);
    }

    private Path write(Download format) throws IOException {
        Path file = folder.resolve("chart." + format.extension());
        CardDownloads.write(file, format, "loss", "Loss", request);
        return file;
    }
}
