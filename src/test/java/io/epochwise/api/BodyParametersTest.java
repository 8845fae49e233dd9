package io.epochwise.api;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

class BodyParametersTest {
    /** Without them the body {@code null} reaches the endpoint, and constraints inside the body are not looked at. */
    @Test
    void jsonBodiesAreNotNullAndRecordsAreValid() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .should(guardTheirBody())
                .check(new ClassFileImporter().importPackages("io.epochwise.api"));
    }

    private static ArchCondition<JavaMethod> guardTheirBody() {
        return new ArchCondition<>("have a body that is @NotNull, and @Valid if it is a record") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaParameter parameter : method.getParameters()) {
                    boolean guarded = parameter.isAnnotatedWith(NotNull.class)
                            && (!parameter.getRawType().isRecord() || parameter.isAnnotatedWith(Valid.class));
                    if (isJsonBody(parameter) && !guarded) {
                        events.add(SimpleConditionEvent.violated(method, "unguarded body in " + method.getFullName()));
                    }
                }
            }
        };
    }

    private static boolean isJsonBody(JavaParameter parameter) {
        return !parameter.getRawType().isEquivalentTo(InputStream.class)
                && parameter.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType().getPackageName())
                        .noneMatch(room -> room.startsWith("jakarta.ws.rs") || room.startsWith("org.jboss.resteasy"));
    }
}
