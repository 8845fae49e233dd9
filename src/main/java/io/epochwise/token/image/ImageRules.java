package io.epochwise.token.image;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The rules this service knows, by id. */
public final class ImageRules {
    private static final Map<String, Function<RuleParameters, ImageRule>> BY_ID = new TreeMap<>(Map.ofEntries(
            Map.entry(ClaudeAreaRule.ID, ClaudeAreaRule::new),
            Map.entry(ClaudePatchRule.ID, ClaudePatchRule::new),
            Map.entry(FixedSquareRule.ID, FixedSquareRule::new),
            Map.entry(GeminiCropTileRule.ID, GeminiCropTileRule::new),
            Map.entry(GeminiMediaResolutionRule.ID, GeminiMediaResolutionRule::new),
            Map.entry(GeminiTileRule.ID, GeminiTileRule::new),
            Map.entry(Gemma3Rule.ID, Gemma3Rule::new),
            Map.entry(Gemma4Rule.ID, Gemma4Rule::new),
            Map.entry(Idefics3Rule.ID, Idefics3Rule::new),
            Map.entry(InternVlRule.ID, InternVlRule::new),
            Map.entry(Llama32VisionRule.ID, Llama32VisionRule::new),
            Map.entry(Llama4Rule.ID, Llama4Rule::new),
            Map.entry(LlamaGridRule.ID, LlamaGridRule::new),
            Map.entry(LlavaNextRule.ID, LlavaNextRule::new),
            Map.entry(LlavaOneVisionRule.ID, LlavaOneVisionRule::new),
            Map.entry(MistralRowRule.ID, MistralRowRule::new),
            Map.entry(NovaTableRule.ID, NovaTableRule::new),
            Map.entry(OpenAiPatchRule.ID, OpenAiPatchRule::new),
            Map.entry(OpenAiTileRule.ID, OpenAiTileRule::new),
            Map.entry(Phi3VisionRule.ID, Phi3VisionRule::new),
            Map.entry(Phi4MultimodalRule.ID, Phi4MultimodalRule::new),
            Map.entry(QwenVlRule.ID, QwenVlRule::new)));

    private ImageRules() {}

    /**
     * The rule of that id with the parameters of one model.
     *
     * @param id one of {@link #ids()}
     * @param parameters as the rule's class describes them
     * @throws IllegalArgumentException if the id is unknown, or a parameter is absent, unknown or out of range
     */
    public static ImageRule create(String id, RuleParameters parameters) {
        Function<RuleParameters, ImageRule> rule = BY_ID.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("unknown image rule " + id + ", known are " + ids());
        }
        return rule.apply(parameters);
    }

    /** The ids of all rules, in alphabetical order. */
    public static Set<String> ids() {
        return Collections.unmodifiableSet(BY_ID.keySet());
    }
}
