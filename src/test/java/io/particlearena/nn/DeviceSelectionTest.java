package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.nn.NvidiaDriver.Answer;
import io.particlearena.nn.NvidiaDriver.Card;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays the answers of drivers: what is taken, and the sentence where a device cannot be. */
final class DeviceSelectionTest {

    private static final Card AMPERE = new Card("NVIDIA A100-SXM4-40GB", 8, 0, 40L << 30);
    private static final Card HOPPER = new Card("NVIDIA H100 PCIe", 9, 0, 80L << 30);
    private static final Card BLACKWELL = new Card("NVIDIA GeForce RTX 5090", 12, 0, 32L << 30);
    private static final Card FERMI = new Card("GeForce GTX 580", 2, 0, 3L << 30);
    private static final Card SMALL = new Card("GeForce GTX 750", 5, 0, 1L << 30);

    /** What the libraries do. */
    private enum Libraries implements CudaLibraries {
        COMPLETE,
        ABSENT,
        BROKEN;

        @Override
        public boolean present() {
            return this != ABSENT;
        }

        @Override
        public void load() {
            if (this == BROKEN) {
                throw new UnsatisfiedLinkError("no jnicublas in java.library.path");
            }
        }
    }

    private static DeviceSelection machine(int cuda, Card... cards) {
        return new DeviceSelection(() -> new Answer("", cuda, List.of(cards)), Libraries.COMPLETE);
    }

    private static void refuses(DeviceSelection selection, String request, String problem) {
        assertThatThrownBy(() -> selection.select(request))
                .isInstanceOf(BackendException.class)
                .hasMessage("The device " + request + " cannot be used: " + problem + ".");
        assertThat(selection.select("auto").name()).isNotEqualTo(request);
    }

    private static void computesOnTheProcessor(DeviceSelection selection, String problem) {
        assertThat(selection.select("auto"))
                .isEqualTo(new Device("cpu", "CPU", "Computing on the CPU, as " + problem + "."));
        assertThat(selection.offered()).containsExactly("auto", "cpu");
        refuses(selection, "cuda:0", problem);
    }

    @Test
    void aSupportedCardIsTakenAndSaysWhatItIs() {
        DeviceSelection selection = machine(11_060, AMPERE);
        assertThat(selection.select("auto"))
                .isEqualTo(new Device(
                        "cuda:0",
                        "NVIDIA A100-SXM4-40GB, compute capability 8.0",
                        "Computing on the card NVIDIA A100-SXM4-40GB (cuda:0)."));
        assertThat(selection.select("cuda:0").reason()).isEmpty();
        assertThat(selection.select("cuda:0").card()).isZero();
        assertThat(selection.select("cpu")).isEqualTo(new Device("cpu", "CPU", ""));
        assertThat(selection.offered()).containsExactly("auto", "cpu", "cuda:0");
    }

    @ParameterizedTest
    @CsvSource({"3,7", "5,0", "5,2", "5,3", "6,0", "6,1", "7,0", "7,5", "8,0", "8,6", "8,9"})
    void capabilitiesWithMachineCodeAreSupported(int major, int minor) {
        assertThat(machine(12_020, new Card("card", major, minor, 8L << 30))
                        .select("cuda:0")
                        .isCuda())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3,0", "3,5", "9,0", "10,0", "12,0"})
    void othersAreRefusedWithCardCapabilityAndWhatIsSupported(int major, int minor) {
        computesOnTheProcessor(
                machine(12_020, new Card("Some Card", major, minor, 8L << 30)),
                "the card Some Card has compute capability " + major + "." + minor
                        + ", but the CUDA libraries of this program run on 3.7 to 8.9 only");
    }

    @Test
    void automaticTakesTheFirstCardThatCanBeUsed() {
        DeviceSelection selection = machine(12_020, HOPPER, SMALL, AMPERE);
        assertThat(selection.select("auto").name()).isEqualTo("cuda:2");
        assertThat(selection.offered()).containsExactly("auto", "cpu", "cuda:2");
        refuses(
                selection,
                "cuda:0",
                "the card NVIDIA H100 PCIe has compute capability 9.0, but the CUDA libraries of this program run on 3.7"
                        + " to 8.9 only");
        assertThat(machine(12_080, BLACKWELL, FERMI).select("auto").reason())
                .startsWith("Computing on the CPU, as the card NVIDIA GeForce RTX 5090 has compute capability 12.0,");
    }

    @Test
    void aNumberWithoutACardIsRefused() {
        refuses(machine(11_060, AMPERE), "cuda:1", "the NVIDIA driver knows one card only, cuda:0");
        refuses(machine(11_060, AMPERE, SMALL), "cuda:2", "the NVIDIA driver knows 2 cards, cuda:0 to cuda:1");
    }

    @Test
    void anOldDriverIsNamed() {
        computesOnTheProcessor(
                machine(10_020, AMPERE),
                "the NVIDIA driver is too old, as it knows CUDA 10.2, but CUDA 11.6 needs driver 450.80.02 (Linux) or"
                        + " 452.39 (Windows) or newer");
        assertThat(machine(11_000, AMPERE).select("cuda:0").isCuda()).isTrue();
    }

    @Test
    void tooLittleMemoryIsNamed() {
        computesOnTheProcessor(
                machine(11_060, SMALL), "the card GeForce GTX 750 has 1.0 GB of memory, but 2 GB are needed");
    }

    @Test
    void noCardAndNoDriverAreDifferentThings() {
        computesOnTheProcessor(machine(11_060), "the NVIDIA driver finds no card");
        computesOnTheProcessor(
                new DeviceSelection(() -> Answer.none("this machine has no NVIDIA driver"), Libraries.COMPLETE),
                "this machine has no NVIDIA driver");
    }

    @Test
    void librariesThatAreMissingOrBrokenAreNamed() {
        computesOnTheProcessor(
                new DeviceSelection(() -> new Answer("", 11_060, List.of(AMPERE)), Libraries.ABSENT),
                "this package of the program has no CUDA libraries (docs/cuda.md says how to build one that has)");
        computesOnTheProcessor(
                new DeviceSelection(() -> new Answer("", 11_060, List.of(AMPERE)), Libraries.BROKEN),
                "the CUDA libraries cannot be loaded (no jnicublas in java.library.path)");
    }

    @Test
    void theDriverIsNotAskedWhereItsAnswerIsOfNoUse() {
        DeviceSelection selection = new DeviceSelection(
                () -> {
                    throw new IllegalStateException("The driver was asked");
                },
                Libraries.ABSENT);
        assertThat(selection.select("auto").name()).isEqualTo("cpu");
        assertThat(selection.select("cpu").name()).isEqualTo("cpu");
        assertThat(selection.offered()).containsExactly("auto", "cpu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu", "", "cuda", "cuda:", "cuda:-1", "cuda:01", "cuda:1000", "CPU"})
    void otherWordsAreRefused(String word) {
        assertThatThrownBy(() -> machine(11_060, AMPERE).select(word))
                .isInstanceOf(BackendException.class)
                .hasMessage("The device is \"" + word
                        + "\", but must be auto, cpu, or cuda:N with the number N of a card, such as cuda:0.");
    }
}
