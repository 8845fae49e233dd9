package io.epochwise.token.image;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuleParametersTest {
    private static RuleParameters of(Object value) {
        return new RuleParameters(Map.of("name", value));
    }

    @Test
    void readsAFlagOfBooleanOrText() {
        assertThat(of(true).flag("name")).isTrue();
        assertThat(of("true").flag("name")).isTrue();
        assertThat(of(false).flag("name")).isFalse();
        assertThat(of("false").flag("name")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "yes", "1", ""})
    void takesNoOtherTextForAFlag(String text) {
        assertThatThrownBy(() -> of(text).flag("name"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter name must be true or false");
    }

    @Test
    void requiresAFlag() {
        assertThatThrownBy(() -> of(true).flag("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter other must be true or false");
        assertThatThrownBy(() -> of(BigDecimal.ONE).flag("name")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesOneOfSeveralTexts() {
        assertThat(of("a").oneOf("name", List.of("a", "b"))).isEqualTo("a");
        assertThatThrownBy(() -> of("c").oneOf("name", List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter name must be one of [a, b]: c");
    }
}
