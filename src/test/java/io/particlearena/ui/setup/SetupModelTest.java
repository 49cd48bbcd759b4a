package io.particlearena.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.OptionChange;
import io.particlearena.experiment.PolicySpec;
import io.particlearena.options.OptionException;
import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.form.FormModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SetupModelTest {

    private final SetupModel model = new SetupModel(new FakeWorkbench());

    @Test
    void beginsWithTheDefaultPreset() {
        assertThat(model.spec()).isEqualTo(new FakeWorkbench().presets().get(0).spec());
    }

    @Test
    void opponentsThatTakeTurnsSurviveLoading() {
        PolicySpec maddpg = new PolicySpec("maddpg", Map.of());
        PolicySpec ddpg = new PolicySpec("ddpg", Map.of("lr", 0.001));
        ExperimentSpec preset = new FakeWorkbench().presets().get(0).spec();
        ExperimentSpec turns = new ExperimentSpec(
                "simple_tag",
                Map.of(),
                Map.of("good", maddpg, "bad", maddpg, "good-2", ddpg),
                Map.of(),
                List.of("good", "good-2"),
                preset.run(),
                5,
                List.of(new OptionChange(100, "good", "lr", 0.002)));
        model.load(turns);
        assertThat(model.spec()).isEqualTo(turns);
        model.load(preset);
        assertThat(model.spec()).isEqualTo(preset);
    }

    @Test
    void aSideThatIsLeftOutForgetsWhatWasSetForItBefore() {
        FormModel before = model.bad().formProperty().get();
        before.find("lr").orElseThrow().textProperty().set("0.5");
        ExperimentSpec preset = new FakeWorkbench().presets().get(0).spec();
        model.load(new ExperimentSpec(
                "simple_spread",
                Map.of(),
                Map.of("good", preset.policy("good")),
                Map.of(),
                List.of(),
                preset.run(),
                preset.seed(),
                List.of()));
        assertThat(model.editedCount()).isZero();
        assertThat(model.spec().policy("bad").options()).isEmpty();
    }

    @Test
    void opponentsThatTakeTurnsAreAddedWithOtherAlgorithmsAndTakenAway() {
        model.addOpponent("good");
        PolicySetup second = model.furtherPolicies().get(0);
        assertThat(model.spec().opponents()).containsExactly("good", "good-2");
        assertThat(model.spec().policy("good-2").algorithm()).isEqualTo("ddpg");
        second.formProperty().get().find("lr").orElseThrow().textProperty().set("0.5");
        assertThat(model.spec().policy("good-2").options()).containsEntry("lr", 0.5);

        model.addOpponent("good");
        assertThat(model.spec().opponents()).containsExactly("good", "good-2", "good-3");
        assertThatThrownBy(() -> model.addOpponent("bad")).isInstanceOf(IllegalArgumentException.class);

        model.removeOpponent(second);
        assertThat(model.spec().opponents()).containsExactly("good", "good-3");
        model.removeOpponent(model.furtherPolicies().get(0));
        assertThat(model.spec().opponents()).isEmpty();
        assertThat(model.spec().policies()).containsOnlyKeys("good", "bad");
    }

    @Test
    void aFaultOfAPolicyThatTakesTurnsIsShownAtItsField() {
        model.addOpponent("bad");
        FormModel form = model.furtherPolicies().get(0).formProperty().get();
        form.find("gamma").orElseThrow().textProperty().set("7");
        assertThat(model.validate()).isFalse();
        assertThat(form.find("gamma").orElseThrow().errorProperty().get()).isNotEmpty();
    }

    @Test
    void onlyChangedOptionsAreInTheSpecification() {
        rate().textProperty().set("1e-4");
        ExperimentSpec spec = model.spec();
        assertThat(spec.policy("good").options()).isEqualTo(Map.of("lr", 1e-4));
        assertThat(spec.policy("bad").options()).isEmpty();
        rate().reset();
        assertThat(model.spec().policy("good").options()).isEmpty();
    }

    @Test
    void aValueThatIsNotAllowedIsShownAtItsField() {
        rate().textProperty().set("fast");
        assertThat(rate().errorProperty().get()).contains("number").contains("0 … 1");
        assertThatThrownBy(model::spec)
                .isInstanceOfSatisfying(
                        OptionException.class,
                        fault -> assertThat(fault.option()).isEqualTo("policies.good.lr"));
        rate().textProperty().set("0.5");
        assertThat(rate().errorProperty().get()).isEmpty();
    }

    @Test
    void aFaultFoundByTheCatalogueIsShownAtItsField() {
        Field predators =
                model.scenarioFormProperty().get().find("num_adversaries").orElseThrow();
        predators.textProperty().set("13");
        assertThat(model.validate()).isFalse();
        assertThat(predators.errorProperty().get()).isEqualTo("13 predators bring bad luck.");
        predators.textProperty().set("4");
        assertThat(model.validate()).isTrue();
        assertThat(predators.errorProperty().get()).isEmpty();
    }

    @Test
    void aSeedThatIsNoNumberIsShownAtTheSeed() {
        model.seedProperty().set("lucky");
        assertThat(model.seedErrorProperty().get()).contains("lucky").contains("whole number");
        assertThat(model.validate()).isFalse();
    }

    @Test
    void aFaultOfNoFieldIsShownBelowTheForm() {
        model.show(new OptionException("assignment.agent 0", "Nobody plays agent 0."));
        assertThat(model.errorProperty().get()).isEqualTo("Nobody plays agent 0.");
    }

    @Test
    void anotherAlgorithmKeepsWhatTheUserSet() {
        rate().textProperty().set("0.2");
        model.good().algorithmProperty().set(new FakeWorkbench().algorithms().get(1));
        assertThat(model.spec().policy("good").algorithm()).isEqualTo("ddpg");
        assertThat(model.spec().policy("good").options()).isEqualTo(Map.of("lr", 0.2));
    }

    private Field rate() {
        return model.good().formProperty().get().find("lr").orElseThrow();
    }

    @Test
    void everyChangeCanBeTakenBackAndMadeAgain() {
        SetupHistory history = new SetupHistory(model);
        ExperimentSpec first = model.spec();
        model.good()
                .formProperty()
                .get()
                .find("lr")
                .orElseThrow()
                .textProperty()
                .set("0.5");
        history.note();
        model.chooseScenario("simple_spread");
        history.note();
        model.addOpponent("bad");
        model.seedProperty().set("not a number");
        history.note();

        history.undo();
        assertThat(model.spec().scenario()).isEqualTo("simple_spread");
        assertThat(model.spec().opponents()).isEmpty();
        history.undo();
        assertThat(model.spec().scenario()).isEqualTo("simple_tag");
        history.undo();
        assertThat(model.spec()).isEqualTo(first);
        assertThat(history.canUndoProperty().get()).isFalse();

        history.redo();
        history.redo();
        history.redo();
        assertThat(history.canRedoProperty().get()).isFalse();
        assertThat(model.furtherPolicies()).hasSize(1);
        assertThat(model.seedProperty().get()).isEqualTo("not a number");
        history.undo();
        model.seedProperty().set("5");
        history.note();
        assertThat(history.canRedoProperty().get()).isFalse();
    }

    @Test
    void settingsAreComparedWithWhatWasLoadedAndGoBackToIt() {
        ExperimentSpec preset = model.spec();
        assertThat(model.editedCount()).isZero();
        Field rate = model.good().formProperty().get().find("lr").orElseThrow();
        rate.textProperty().set("0.5");
        model.seedProperty().set("8");
        model.addOpponent("good");
        assertThat(rate.editedProperty().get()).isTrue();
        assertThat(model.editedCount()).isEqualTo(3);

        ExperimentSpec changed = model.spec();
        model.load(changed);
        assertThat(model.editedCount()).isZero();
        assertThat(model.good()
                        .formProperty()
                        .get()
                        .find("lr")
                        .orElseThrow()
                        .changedProperty()
                        .get())
                .isTrue();
        model.good().formProperty().get().find("lr").orElseThrow().reset();
        assertThat(model.editedCount()).isEqualTo(1);
        model.reset();
        assertThat(model.spec()).isEqualTo(changed);
        model.load(preset);
        assertThat(model.spec()).isEqualTo(preset);
    }
}
