package io.groundswell.creator.creator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

    @ParameterizedTest
    @EnumSource(names = {"OPTED_OUT", "ERASED"}, mode = EnumSource.Mode.EXCLUDE)
    void everybodyMayOptOut(Stage stage) {
        // When
        boolean may = stage.next().contains(Stage.OPTED_OUT);

        // Then
        assertTrue(may);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsErasedOrMetAgainByAChangeOfStage(Stage stage) {
        // When
        boolean may = stage.next().contains(Stage.ERASED) || stage.next().contains(Stage.DISCOVERED);

        // Then
        assertFalse(may);
    }

    @ParameterizedTest
    @EnumSource
    void noStageFollowsItself(Stage stage) {
        // When
        boolean may = Arrays.asList(stage.next().toArray()).contains(stage);

        // Then
        assertFalse(may);
    }
}
