package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The icon that windows and installers show. */
final class ProgramIconTest {

    @Test
    void drawsTheShapesOfTheDrawing() {
        BufferedImage icon = ProgramIcon.draw(64);

        assertThat(icon.getRGB(0, 0) >>> 24).as("outside the round corner").isZero();
        assertThat(icon.getRGB(32, 4)).as("frame").isEqualTo(0xff16324f);
        assertThat(icon.getRGB(29, 31)).as("hunter").isEqualTo(0xffd1495b);
        assertThat(icon.getRGB(46, 19)).as("prey").isEqualTo(0xff2a9d5c);
    }

    @Test
    void filesHoldTheSamePicture() throws IOException {
        byte[] png = ProgramIcon.content("icon.png");
        byte[] ico = ProgramIcon.content("icon.ico");
        byte[] icns = ProgramIcon.content("icon.icns");

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(256);
        ByteBuffer directory = ByteBuffer.wrap(ico).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(directory.getInt(14)).isEqualTo(png.length);
        assertThat(Arrays.copyOfRange(ico, directory.getInt(18), ico.length)).isEqualTo(png);
        assertThat(ByteBuffer.wrap(icns).getInt(4)).isEqualTo(icns.length);
        assertThat(Arrays.copyOfRange(icns, 16, icns.length)).isEqualTo(png);
    }
}
