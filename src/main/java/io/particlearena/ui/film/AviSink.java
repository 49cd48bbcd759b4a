package io.particlearena.ui.film;

import static org.monte.media.av.FormatKeys.EncodingKey;
import static org.monte.media.av.FormatKeys.FrameRateKey;
import static org.monte.media.av.FormatKeys.MediaTypeKey;
import static org.monte.media.av.codec.video.VideoFormatKeys.DepthKey;
import static org.monte.media.av.codec.video.VideoFormatKeys.ENCODING_AVI_MJPG;
import static org.monte.media.av.codec.video.VideoFormatKeys.HeightKey;
import static org.monte.media.av.codec.video.VideoFormatKeys.QualityKey;
import static org.monte.media.av.codec.video.VideoFormatKeys.WidthKey;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.monte.media.av.Format;
import org.monte.media.av.FormatKeys.MediaType;
import org.monte.media.avi.AVIWriter;
import org.monte.media.math.Rational;

/** A video of JPEG pictures. */
final class AviSink implements FrameSink {

    private static final float QUALITY = 0.92f;
    private static final int BITS = 24;

    private final AVIWriter writer;
    private final int framesPerSecond;

    AviSink(Path file, int framesPerSecond) throws IOException {
        this.writer = new AVIWriter(file.toFile());
        this.framesPerSecond = framesPerSecond;
    }

    @Override
    public void add(BufferedImage frame) throws IOException {
        if (writer.getTrackCount() == 0) {
            writer.addTrack(new Format(
                    MediaTypeKey,
                    MediaType.VIDEO,
                    EncodingKey,
                    ENCODING_AVI_MJPG,
                    FrameRateKey,
                    new Rational(framesPerSecond, 1),
                    WidthKey,
                    frame.getWidth(),
                    HeightKey,
                    frame.getHeight(),
                    DepthKey,
                    BITS,
                    QualityKey,
                    QUALITY));
        }
        writer.write(0, frame, 1);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
