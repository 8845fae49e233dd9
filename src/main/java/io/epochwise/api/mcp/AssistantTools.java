package io.epochwise.api.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.epochwise.api.Resources;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Offers the tools, if assistants may ask: reads arguments as strictly as every question, and turns faults into words. */
@Startup
@Singleton
final class AssistantTools {
    private static final TypeReference<Map<String, Object>> DESCRIPTION = new TypeReference<>() {};
    private static final ToolManager.ToolAnnotations ONLY_READS =
            new ToolManager.ToolAnnotations(null, true, false, true, false);

    private final ToolManager offered;
    private final ObjectMapper json;

    AssistantTools(
            McpConfig config,
            ToolManager offered,
            ObjectMapper json,
            TrainingBudgetTool trainingBudget,
            CompareAlternativesTool compareAlternatives,
            CanFineTuneTool canFineTune,
            ImageTokensTool imageTokens,
            ExplainNumberTool explainNumber)
            throws JsonProcessingException {
        this.offered = offered;
        this.json = json;
        if (config.enabled()) {
            for (Tool<?> tool : List.of(trainingBudget, compareAlternatives, canFineTune, imageTokens, explainNumber)) {
                offer(tool);
            }
        }
    }

    private <A> void offer(Tool<A> tool) throws JsonProcessingException {
        Map<String, Object> described = json.readValue(Resources.text("mcp/" + tool.name() + ".json"), DESCRIPTION);
        offered.newTool(tool.name())
                .setDescription((String) described.get("description"))
                .setInputSchema(described.get("inputSchema"))
                .setOutputSchema(described.get("outputSchema"))
                .setAnnotations(ONLY_READS)
                .setHandler(call -> answer(tool, call.args()))
                .register();
    }

    private <A> ToolResponse answer(Tool<A> tool, Map<String, Object> arguments) {
        try {
            A read = json.readValue(json.writeValueAsBytes(arguments), tool.arguments());
            return Brief.of(json, tool.answer(read)).response();
        } catch (Exception fault) {
            return ToolResponse.error(ToolFaults.words(fault, tool::argument));
        }
    }
}
