package io.groundswell.creator.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
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

    @Test
    void theRelationshipCanTakeEveryStepOfItsCourse() {
        // Given
        List<Stage> course = List.of(Stage.DISCOVERED, Stage.CONTACTED, Stage.ENGAGED, Stage.ACTIVE, Stage.DORMANT,
                Stage.ARCHIVED);

        // When
        List<Stage> stuck = IntStream.range(1, course.size())
                .filter(i -> !course.get(i - 1).next().contains(course.get(i))).mapToObj(course::get).toList();

        // Then
        assertEquals(List.of(), stuck);
    }

    @Test
    void whoOptedOutOrWasErasedStaysSo() {
        // When
        Set<Stage> after = EnumSet.noneOf(Stage.class);
        after.addAll(Stage.OPTED_OUT.next());
        after.addAll(Stage.ERASED.next());

        // Then
        assertEquals(Set.of(), after);
    }
}
