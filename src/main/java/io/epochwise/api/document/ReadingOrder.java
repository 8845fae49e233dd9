package io.epochwise.api.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;

/**
 * Puts the operations into the order in which somebody new works through them; the scanner has them by path. The tags are in theirs
 * where they are declared. An operation without a place comes last.
 *
 * <p>Runs while the application is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ReadingOrder implements OASFilter {
    private static final List<String> OPERATIONS = List.of(
            "listOfferings",
            "getOffering",
            "getCatalog",
            "listGpus",
            "listBenchmarks",
            "listConflicts",
            "profileDataset",
            "mergeProfiles",
            "countImageTokens",
            "countTextTokens",
            "countMessageTokens",
            "estimateTraining",
            "estimateInference",
            "estimateEvaluation",
            "checkDueDiligence",
            "compareAlternatives",
            "simulatePromptShortening",
            "planBudget",
            "diffEstimates",
            "quote",
            "listPolicies",
            "evaluateGuardrails",
            "reconcileActuals");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Paths ordered = OASFactory.createPaths();
        document.getPaths().getPathItems().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, PathItem> path) -> place(path.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(path -> ordered.addPathItem(path.getKey(), path.getValue()));
        document.setPaths(ordered);
    }

    /** That of the first of its operations. */
    private static int place(PathItem path) {
        return path.getOperations().values().stream()
                .map(Operation::getOperationId)
                .filter(Objects::nonNull)
                .mapToInt(OPERATIONS::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(OPERATIONS.size());
    }
}
