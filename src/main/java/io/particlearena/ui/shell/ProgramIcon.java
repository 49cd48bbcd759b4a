package io.particlearena.ui.shell;

import io.particlearena.ui.Background;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * The program's icon, drawn from {@code icon.svg}, of which only squares with round corners and circles are understood.
 *
 * <p>Started as a program, it writes the icon into files, whose endings tell their form: {@code .png}, {@code .ico} for
 * Windows, {@code .icns} for macOS. Installers take them from there.
 */
public final class ProgramIcon {

    private static final List<Integer> SIZES = List.of(16, 32, 48, 128);
    private static final int FILE_SIZE = 256;
    private static final int DRAWING_SIZE = 64;
    private static final int ICO_HEADER = 22;

    private static final Pattern SHAPE = Pattern.compile("<(rect|circle) ([^>]*)/>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    private ProgramIcon() {}

    /** Writes the icon into the files that are named. */
    public static void main(String[] files) throws IOException {
        System.setProperty("java.awt.headless", "true");
        for (String file : files) {
            Files.write(Path.of(file), content(file));
        }
    }

    /** Gives the window its icon as soon as it is drawn, for which nothing waits. */
    static void give(Stage stage) {
        Background background = new Background("icon");
        background.run(
                () -> SIZES.stream()
                        .map(size -> SwingFXUtils.toFXImage(draw(size), new WritableImage(size, size)))
                        .toList(),
                images -> {
                    stage.getIcons().setAll(images);
                    background.close();
                },
                e -> background.close());
    }

    /** The icon as the content of a file of this name. */
    static byte[] content(String name) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(draw(FILE_SIZE), "png", picture);
        byte[] png = picture.toByteArray();
        if (name.endsWith(".ico")) {
            return ico(png);
        }
        return name.endsWith(".icns") ? icns(png) : png;
    }

    /** A directory of one picture, whose size of 256 is written as 0, and the picture itself. */
    private static byte[] ico(byte[] png) {
        ByteBuffer file = ByteBuffer.allocate(ICO_HEADER + png.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        file.putInt(0).putShort((short) 1).putShort((short) 32);
        file.putInt(png.length).putInt(ICO_HEADER).put(png);
        return file.array();
    }

    /** One picture of 256 by 256. */
    private static byte[] icns(byte[] png) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(bytes);
        file.writeBytes("icns");
        file.writeInt(8 + 8 + png.length);
        file.writeBytes("ic08");
        file.writeInt(8 + png.length);
        file.write(png);
        return bytes.toByteArray();
    }

    /** Draws the icon as a square of so many pixels. */
    static BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale((double) size / DRAWING_SIZE, (double) size / DRAWING_SIZE);
        Matcher shapes = SHAPE.matcher(drawing());
        while (shapes.find()) {
            String attributes = shapes.group(2);
            graphics.setColor(colour(attributes));
            if (shapes.group(1).equals("rect")) {
                double corner = 2 * number(attributes, "rx");
                graphics.fill(new RoundRectangle2D.Double(
                        number(attributes, "x"),
                        number(attributes, "y"),
                        number(attributes, "width"),
                        number(attributes, "height"),
                        corner,
                        corner));
            } else {
                double radius = number(attributes, "r");
                graphics.fill(new Ellipse2D.Double(
                        number(attributes, "cx") - radius, number(attributes, "cy") - radius, 2 * radius, 2 * radius));
            }
        }
        graphics.dispose();
        return image;
    }

    private static String drawing() {
        try (InputStream in = ProgramIcon.class.getResourceAsStream("/io/particlearena/ui/icon.svg")) {
            if (in == null) {
                throw new IllegalStateException("The icon is missing from the program's archive");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Color colour(String attributes) {
        Color colour = Color.decode(text(attributes, "fill", "#000000"));
        int alpha = (int) Math.round(255 * Double.parseDouble(text(attributes, "fill-opacity", "1")));
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    private static double number(String attributes, String name) {
        return Double.parseDouble(text(attributes, name, "0"));
    }

    private static String text(String attributes, String name, String otherwise) {
        Matcher matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        return otherwise;
    }
}
