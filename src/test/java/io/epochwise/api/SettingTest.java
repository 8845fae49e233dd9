package io.epochwise.api;

import io.smallrye.config.ConfigMapping;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 500, 1000})
    void takesWhatIsWithin(int value) {
        assertThat(Setting.within(1, 1000, "epochwise.work.max-uploads", value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void namesWhatIsNot(int value) {
        assertThatThrownBy(() -> Setting.within(1, 1000, "epochwise.work.max-uploads", value))
                .hasMessage("epochwise.work.max-uploads must be from 1 to 1000, not " + value);
    }

    /** One would make every start slow; see {@link Setting}. */
    @Test
    void noConfigInterfaceHasConstraints() {
        for (Class<?> type :
                new Class<?>[] {CatalogConfig.class, RequestLimits.class, UploadLimits.class, WorkConfig.class}) {
            assertThat(type).hasAnnotation(ConfigMapping.class);
            for (Method setting : type.getMethods()) {
                assertThat(setting.getAnnotations())
                        .extracting(Annotation::annotationType)
                        .allSatisfy(
                                annotation -> assertThat(annotation.getName()).doesNotStartWith("jakarta.validation"));
            }
        }
    }
}
