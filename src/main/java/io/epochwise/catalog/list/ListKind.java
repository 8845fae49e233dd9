package io.epochwise.catalog.list;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The lists that are known, the most trusted first: the order decides which of them gives a model that the catalog does
 * not have. genai-prices dates its prices and has people check them; models.dev writes them as vendors do and checks
 * every change against a schema; LiteLLM is the broadest, in floating point per token; Portkey's are in cents per token
 * and say least of the models.
 */
public enum ListKind {
    GENAI_PRICES(
            "genai-prices",
            "github.com/pydantic/genai-prices",
            root -> isProvider(root) || root.items().stream().anyMatch(ListKind::isProvider),
            GenaiPricesReader::read),
    MODELS_DEV("models.dev", "models.dev/api.json", holds("models"), ModelsDevReader::read),
    LITELLM(
            "litellm",
            "github.com/BerriAI/litellm, model_prices_and_context_window.json",
            root -> root.entries().values().stream()
                    .anyMatch(model -> model.get("litellm_provider") != ListNode.Missing.ABSENT),
            LiteLlmReader::read),
    PORTKEY("portkey", "github.com/Portkey-AI/models, pricing", holds("pricing_config"), PortkeyReader::read);

    private final String spelling;
    private final String citation;
    private final Predicate<ListNode> shape;
    private final BiFunction<ListFile, List<RejectedRow>, List<ListedModel>> reader;

    ListKind(
            String spelling,
            String citation,
            Predicate<ListNode> shape,
            BiFunction<ListFile, List<RejectedRow>, List<ListedModel>> reader) {
        this.spelling = spelling;
        this.citation = citation;
        this.shape = shape;
        this.reader = reader;
    }

    /** Whose list a file's content is, by its shape; empty if it is none of them. */
    static Optional<ListKind> of(ListNode root) {
        return Arrays.stream(values()).filter(kind -> kind.shape.test(root)).findFirst();
    }

    /** Reads a file of this list; the models in the file's order, one of them perhaps in several parts. */
    List<ListedModel> read(ListFile file, List<RejectedRow> rejected) {
        return reader.apply(file, rejected);
    }

    /** Key and citation of the list as a source. */
    String source() {
        return name().replace('_', '-') + ": " + citation;
    }

    @Override
    public String toString() {
        return spelling;
    }

    private static boolean isProvider(ListNode node) {
        return node.get("id").text() != null && node.get("models") instanceof ListNode.Items;
    }

    private static Predicate<ListNode> holds(String key) {
        return root -> root.entries().values().stream().anyMatch(value -> value.get(key) instanceof ListNode.Entry);
    }
}
