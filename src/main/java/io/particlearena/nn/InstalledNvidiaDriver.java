package io.particlearena.nn;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The driver that is installed here, asked through its own library, {@code libcuda.so.1} or {@code nvcuda.dll}.
 *
 * <p>It needs none of CUDA's libraries, and numbers the cards as CUDA does, which {@code nvidia-smi} does not.
 */
final class InstalledNvidiaDriver implements NvidiaDriver {

    private static final int SUCCESS = 0;
    private static final int NO_CARD = 100;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;
    private static final int NAME_BYTES = 256;

    @Override
    public Answer ask() {
        try {
            return answer(NativeLibrary.getInstance(library(System.getProperty("os.name", ""))));
        } catch (DriverError e) {
            return e.code == NO_CARD
                    ? Answer.none("the NVIDIA driver finds no card")
                    : Answer.none("the NVIDIA driver does not answer (its error is " + e.code + ")");
        } catch (LinkageError e) {
            // Neither the driver's library nor one of its functions can be had.
            return Answer.none("this machine has no NVIDIA driver");
        }
    }

    private static String library(String system) {
        return system.toLowerCase(Locale.ROOT).contains("windows") ? "nvcuda" : "libcuda.so.1";
    }

    private static Answer answer(NativeLibrary library) throws DriverError {
        call(library, "cuInit", 0);
        IntByReference number = new IntByReference();
        call(library, "cuDriverGetVersion", number);
        int version = number.getValue();
        call(library, "cuDeviceGetCount", number);
        int count = number.getValue();
        List<Card> cards = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            cards.add(card(library, index));
        }
        return new Answer("", version, cards);
    }

    private static Card card(NativeLibrary library, int index) throws DriverError {
        IntByReference number = new IntByReference();
        call(library, "cuDeviceGet", number, index);
        int device = number.getValue();
        byte[] name = new byte[NAME_BYTES];
        call(library, "cuDeviceGetName", name, NAME_BYTES, device);
        LongByReference bytes = new LongByReference();
        call(library, "cuDeviceTotalMem_v2", bytes, device);
        call(library, "cuDeviceGetAttribute", number, CAPABILITY_MAJOR, device);
        int major = number.getValue();
        call(library, "cuDeviceGetAttribute", number, CAPABILITY_MINOR, device);
        return new Card(
                Native.toString(name, StandardCharsets.UTF_8.name()), major, number.getValue(), bytes.getValue());
    }

    private static void call(NativeLibrary library, String name, Object... arguments) throws DriverError {
        Function function = library.getFunction(name);
        int code = function.invokeInt(arguments);
        if (code != SUCCESS) {
            throw new DriverError(code);
        }
    }

    private static final class DriverError extends Exception {

        private static final long serialVersionUID = 1;

        private final int code;

        DriverError(int code) {
            super("The NVIDIA driver's error " + code);
            this.code = code;
        }
    }
}
