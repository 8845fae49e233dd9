package io.epochwise.client.check;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.epochwise.client.ApiClient;
import io.epochwise.client.ApiException;
import io.epochwise.client.ExactJson;
import io.epochwise.client.api.CatalogApi;
import io.epochwise.client.api.DatasetsApi;
import io.epochwise.client.api.DecisionsApi;
import io.epochwise.client.api.DocumentsApi;
import io.epochwise.client.api.DueDiligenceApi;
import io.epochwise.client.api.EstimatesApi;
import io.epochwise.client.api.TokensApi;
import io.epochwise.client.model.BudgetRequest;
import io.epochwise.client.model.ComparisonRequest;
import io.epochwise.client.model.Dataset;
import io.epochwise.client.model.DatasetProfile;
import io.epochwise.client.model.DatasetSummary;
import io.epochwise.client.model.DiffRequest;
import io.epochwise.client.model.DueDiligenceRequest;
import io.epochwise.client.model.Estimate;
import io.epochwise.client.model.EstimateLine;
import io.epochwise.client.model.EvaluationRequest;
import io.epochwise.client.model.GuardrailEvaluation;
import io.epochwise.client.model.GuardrailRequest;
import io.epochwise.client.model.ImageTokenRequest;
import io.epochwise.client.model.InferenceRequest;
import io.epochwise.client.model.LineCode;
import io.epochwise.client.model.MessageTokenRequest;
import io.epochwise.client.model.Problem;
import io.epochwise.client.model.PromptShorteningRequest;
import io.epochwise.client.model.QuotationRequest;
import io.epochwise.client.model.RangeBounds;
import io.epochwise.client.model.RangeInput;
import io.epochwise.client.model.ReconciliationRequest;
import io.epochwise.client.model.TextTokenRequest;
import io.epochwise.client.model.TrainingRequest;
import io.epochwise.client.model.Violation;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks a running service by the generated client all that its document shows as an example and what {@code samples} holds, and
 * without the client the same; then compares the answers as trees.
 */
public final class RoundTrips {
    /** Asks a question by the client. */
    private interface Asking<Q> {
        Object answer(Q question) throws ApiException;
    }

    /** An operation with a body: where, what it asks with, and how the client asks it. */
    private record Asked<Q>(String path, JavaType type, Asking<Q> asking) {
        Q question(ObjectMapper json, JsonNode question) throws IOException {
            return json.readerFor(type).readValue(question);
        }
    }

    private final String service;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = ExactJson.mapper();
    private final ApiClient client;
    private final Map<String, Asked<?>> operations = new LinkedHashMap<>();
    private final Fields fields = new Fields();
    private final Set<String> defaults = new TreeSet<>();
    private int answers;

    private RoundTrips(String service) {
        this.service = service;
        this.client = new ApiClient(HttpClient.newBuilder(), json, service);
        EstimatesApi estimates = new EstimatesApi(client);
        DecisionsApi decisions = new DecisionsApi(client);
        DocumentsApi documents = new DocumentsApi(client);
        TokensApi tokens = new TokensApi(client);
        asked("estimateTraining", "/v1/estimates/training", TrainingRequest.class, estimates::estimateTraining);
        asked("estimateInference", "/v1/estimates/inference", InferenceRequest.class, estimates::estimateInference);
        asked("estimateEvaluation", "/v1/estimates/evaluation", EvaluationRequest.class, estimates::estimateEvaluation);
        asked("compareAlternatives", "/v1/comparisons", ComparisonRequest.class, decisions::compareAlternatives);
        asked(
                "simulatePromptShortening",
                "/v1/simulations/prompt-shortening",
                PromptShorteningRequest.class,
                decisions::simulatePromptShortening);
        asked("planBudget", "/v1/budgets/plan", BudgetRequest.class, decisions::planBudget);
        asked("diffEstimates", "/v1/diffs", DiffRequest.class, decisions::diffEstimates);
        asked("quote", "/v1/quotations", QuotationRequest.class, question -> documents.quote(question, null));
        asked("reconcileActuals", "/v1/reconciliations", ReconciliationRequest.class, documents::reconcileActuals);
        asked("evaluateGuardrails", "/v1/guardrails/evaluate", GuardrailRequest.class, documents::evaluateGuardrails);
        asked(
                "checkDueDiligence",
                "/v1/due-diligence",
                DueDiligenceRequest.class,
                new DueDiligenceApi(client)::checkDueDiligence);
        asked("countImageTokens", "/v1/tokens/images", ImageTokenRequest.class, tokens::countImageTokens);
        asked("countTextTokens", "/v1/tokens/texts", TextTokenRequest.class, tokens::countTextTokens);
        asked("countMessageTokens", "/v1/tokens/messages", MessageTokenRequest.class, tokens::countMessageTokens);
        JavaType profiles = json.constructType(new TypeReference<List<DatasetProfile>>() {}.getType());
        operations.put(
                "mergeProfiles",
                new Asked<List<DatasetProfile>>("/v1/datasets/profiles/merge", profiles, new DatasetsApi(client)::mergeProfiles));
    }

    private <Q> void asked(String operation, String path, Class<Q> type, Asking<Q> asking) {
        operations.put(operation, new Asked<>(path, json.constructType(type), asking));
    }

    /** @param arguments the service, and the folder of the samples */
    public static void main(String... arguments) throws IOException, InterruptedException, ApiException {
        RoundTrips check = new RoundTrips(arguments[0]);
        Path samples = Path.of(arguments[1]);
        check.documentedExamples();
        check.samples(samples);
        check.catalog();
        check.profile(samples.resolve("invoices-and-charts.jsonl"));
        check.sentDecimals();
        check.problem();
        check.newerService();
        System.out.println("Java: " + check.answers + " answers, " + check.fields);
    }

    private void documentedExamples() throws IOException, InterruptedException, ApiException {
        TreeSet<String> never = new TreeSet<>(operations.keySet());
        JsonNode document = json.readTree(get("/q/openapi?format=json"));
        for (JsonNode schema : document.get("components").get("schemas")) {
            schema.path("properties").properties().stream()
                    .filter(property -> property.getValue().has("default"))
                    .forEach(property -> defaults.add(property.getKey() + '=' + property.getValue().get("default")));
        }
        for (JsonNode path : document.get("paths")) {
            JsonNode post = path.path("post");
            String operation = post.path("operationId").asText();
            JsonNode content = post.path("requestBody").path("content").path("application/json");
            if (content.isMissingNode()) {
                continue;
            }
            require(operations.containsKey(operation), "no round trip for the operation " + operation);
            if (content.has("example")) {
                roundTrip(operation, operation, content.get("example"));
                never.remove(operation);
            }
            for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
                roundTrip(operation + " " + example.getKey(), operation, example.getValue().get("value"));
                never.remove(operation);
            }
        }
        require(never.isEmpty(), "no example of " + never);
    }

    private void samples(Path samples) throws IOException, InterruptedException, ApiException {
        Map<String, String> files = Map.of(
                "decisions/compare-2024-11-01.json", "compareAlternatives",
                "decisions/compare-2026-11-23.json", "compareAlternatives",
                "decisions/shorten-2024-11-01.json", "simulatePromptShortening",
                "decisions/shorten-2026-11-23.json", "simulatePromptShortening",
                "decisions/bill-2025-09-09.json", "reconcileActuals",
                "procurement/quotation.json", "quote");
        for (Map.Entry<String, String> file : files.entrySet()) {
            roundTrip(file.getKey(), file.getValue(), json.readTree(samples.resolve(file.getKey()).toFile()));
        }
        require(
                new BigDecimal(fields.longest()).scale() >= 20,
                "no decimal of 20 places was answered, so that none was compared");
    }

    private void catalog() throws IOException, InterruptedException, ApiException {
        CatalogApi catalog = new CatalogApi(client);
        kept("/v1/catalog", catalog.getCatalog(null));
        kept("/v1/catalog/benchmarks", catalog.listBenchmarks());
        kept("/v1/catalog/conflicts", catalog.listConflicts(null));
        kept("/v1/catalog/gpus", catalog.listGpus(null));
        kept("/v1/guardrails/policies", new DocumentsApi(client).listPolicies());
        kept("/v1/catalog/offerings", catalog.listOfferings(null, null, null, null, null));
        for (JsonNode offering : json.readTree(get("/v1/catalog/offerings")).get("offerings")) {
            String id = offering.get("id").textValue();
            int slash = id.indexOf('/');
            kept(
                    "/v1/catalog/offerings/" + id,
                    catalog.getOffering(id.substring(slash + 1), id.substring(0, slash), null));
        }
    }

    /** The file goes up as it is read; then what was made of it is asked with, alone and as what a lever gives back. */
    private void profile(Path file) throws IOException, InterruptedException, ApiException {
        HttpRequest upload = HttpRequest.newBuilder(uri("/v1/datasets/profile?offering=azure/gpt-4o-2024-08-06&asOf=2025-09-09"))
                .header("Content-Type", "application/jsonl")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        String answered = body(upload);
        DatasetProfile profile = json.readValue(answered, DatasetProfile.class);
        kept("profileDataset, streamed", json.readTree(answered), profile);
        kept(
                "profileDataset, in memory",
                json.readTree(answered),
                new DatasetsApi(client)
                        .profileDataset(
                                Files.readString(file),
                                LocalDate.of(2025, 9, 9),
                                null,
                                List.of("azure/gpt-4o-2024-08-06")));
        require(profile.getLines() == 16, "the sample has 16 lines, not " + profile.getLines());

        ObjectNode training = json.createObjectNode().put("offering", "azure/gpt-4o-2024-08-06").put("epochs", 3);
        training.set("dataset", json.readTree(answered));
        training.put("asOf", "2025-09-09");
        roundTrip("a training of the profile", "estimateTraining", training);
        TrainingRequest read = json.treeToValue(training, TrainingRequest.class);
        require(read.getDataset().getActualInstance() instanceof DatasetProfile, "a profile is read as something else");
    }

    /** 30 digits, 18 of them after the point, and a number that no double has. */
    private void sentDecimals() throws ApiException, IOException, InterruptedException {
        String longest = "123456789012.123456789012345678";
        String tokens = "511.291700000000000001";
        TrainingRequest training = new TrainingRequest()
                .offering("azure/gpt-4o-2024-08-06")
                .epochs(2)
                .dataset(new Dataset(new DatasetSummary()
                        .examples(new RangeInput(new BigDecimal("4800")))
                        .textTokensPerExample(new RangeInput(new BigDecimal(tokens)))))
                .asOf(LocalDate.of(2025, 9, 9));
        Estimate estimate = new EstimatesApi(client).estimateTraining(training);
        EstimateLine line = estimate.getLines().get(0);
        require(line.getFormula().contains(tokens), "the formula has not the decimal that was sent: " + line.getFormula());
        require(
                estimate.getTotal().getExpected().compareTo(line.getAmount().getExpected()) >= 0,
                "the total is less than its first line");

        JsonNode question = json.readTree("{\"policy\": {\"maxTotal\": " + longest + "}, \"request\": {\"kind\": \"training\"}}");
        ((ObjectNode) question.get("request")).set("request", json.valueToTree(training));
        GuardrailEvaluation evaluation = new DocumentsApi(client)
                .evaluateGuardrails(json.treeToValue(question, GuardrailRequest.class));
        require(
                longest.equals(evaluation.getPolicy().getMaxTotal().toPlainString()),
                longest + " came back as " + evaluation.getPolicy().getMaxTotal());

        RangeInput between = json.readValue(
                "{\"low\": \"0.10\", \"expected\": 0.123456789012345678, \"high\": 1e-1}", RangeInput.class);
        RangeBounds bounds = (RangeBounds) between.getActualInstance();
        require(
                json.writeValueAsString(between)
                        .equals("{\"low\":\"0.10\",\"expected\":\"0.123456789012345678\",\"high\":\"0.1\"}"),
                "bounds are written as " + json.writeValueAsString(between));
        require(bounds.getLow().scale() == 2, "0.10 lost its zero");
        String thousand = json.writeValueAsString(new RangeInput(new BigDecimal("1E+3")));
        require(thousand.equals("\"1000\""), "a thousand is written as " + thousand);
        for (String one : List.of("\"27.50\"", "27.50")) {
            RangeInput input = json.readValue(one, RangeInput.class);
            require(json.writeValueAsString(input).equals("\"27.50\""), one + " is written as " + json.writeValueAsString(input));
        }
    }

    private void problem() throws IOException, InterruptedException {
        TrainingRequest wrong = new TrainingRequest()
                .offering("azure/gpt-4o-2024-08-06")
                .epochs(0)
                .dataset(new Dataset(new DatasetSummary()
                        .examples(new RangeInput(new BigDecimal("-1")))
                        .textTokensPerExample(new RangeInput(BigDecimal.TEN))));
        try {
            new EstimatesApi(client).estimateTraining(wrong);
        } catch (ApiException fault) {
            Problem problem = json.readValue(fault.getResponseBody(), Problem.class);
            kept("a problem", json.readTree(fault.getResponseBody()), problem);
            require(fault.getCode() == 400 && problem.getStatus() == 400, "not a 400 but " + problem);
            List<String> named = problem.getViolations().stream().map(Violation::getField).toList();
            require(named.contains("epochs"), "violations of " + named + " and not of epochs");
            return;
        }
        throw new IllegalStateException("zero epochs of less than no examples have an estimate");
    }

    /** An answer of a later version, with a field and a code more, can be read. */
    private void newerService() throws IOException {
        Estimate estimate = json.readValue(
                "{\"lines\": [{\"code\": \"training.later\", \"later\": 1}], \"later\": {\"more\": []}}", Estimate.class);
        require(
                estimate.getLines().get(0).getCode() == LineCode.UNKNOWN_DEFAULT_OPEN_API,
                "a later code is read as " + estimate.getLines().get(0).getCode());
    }

    private void roundTrip(String what, String operation, JsonNode question)
            throws IOException, InterruptedException, ApiException {
        roundTrip(what, operations.get(operation), question);
    }

    /** Without the client is asked what the client asks, as an id is of the question with or without what it defaults to. */
    private <Q> void roundTrip(String what, Asked<Q> asked, JsonNode question)
            throws IOException, InterruptedException, ApiException {
        Q typed = asked.question(json, question);
        String written = json.writeValueAsString(typed);
        fields.question(what + ", the question", question, json.readTree(written), defaults);
        HttpRequest bare = HttpRequest.newBuilder(uri(asked.path()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(written))
                .build();
        kept(what, json.readTree(body(bare)), asked.asking().answer(typed));
    }

    private void kept(String path, Object answer) throws IOException, InterruptedException {
        kept(path, json.readTree(get(path)), answer);
    }

    private void kept(String what, JsonNode answered, Object answer) throws IOException {
        fields.answer(what, answered, json.readTree(json.writeValueAsString(answer)));
        answers++;
    }

    private String get(String path) throws IOException, InterruptedException {
        return body(HttpRequest.newBuilder(uri(path)).build());
    }

    private String body(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        require(response.statusCode() == 200, request.uri() + " answers " + response.body());
        return response.body();
    }

    private URI uri(String path) {
        return URI.create(service + path);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
