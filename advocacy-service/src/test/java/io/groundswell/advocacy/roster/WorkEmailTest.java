package io.groundswell.advocacy.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.problem.InvalidValue;

class WorkEmailTest {

    @ParameterizedTest
    @CsvSource({"ada@demo.example, ada@demo.example", "' Ada.Nwosu+work@Demo.Example ', ada.nwosu+work@demo.example",
            "ÅSE@bücher.example, åse@xn--bcher-kva.example", "åse@xn--bcher-kva.example, åse@xn--bcher-kva.example",
            "ADA@DEMO.EXAMPLE, ada@demo.example"})
    void waysToWriteOneMailboxHaveOneKey(String written, String key) {
        // When
        WorkEmail email = WorkEmail.parse("workEmail", written);

        // Then
        assertEquals(key, email.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "@demo.example", "ada@", "ada@demo", "a da@demo.example", "ada@@demo.example",
            "ada..b@demo.example", "ada@demo..example", "ada@-demo.example", "ada@demo.example\0", "ada\n@demo.example",
            "Ada <ada@demo.example>"})
    void whatIsNoAddressIsRefused(String written) {
        // When
        InvalidValue refused = assertThrows(InvalidValue.class, () -> WorkEmail.parse("workEmail", written));

        // Then
        assertEquals("workEmail", refused.field());
    }
}
