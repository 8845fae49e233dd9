"""Asks a running service by the generated Python client and without it, and compares the answers as trees.

The first argument is the service, the second the folder of the samples.
"""

import json
import re
import sys
import urllib.request
from datetime import date
from decimal import Decimal
from pathlib import Path

import epochwise_client as epochwise
import questions  # noqa: F401
import urllib3

SERVICE, SAMPLES = sys.argv[1], Path(sys.argv[2])
DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
CLIENT = epochwise.ApiClient(epochwise.Configuration(host=SERVICE))
ESTIMATES = epochwise.EstimatesApi(CLIENT)
DECISIONS = epochwise.DecisionsApi(CLIENT)
DOCUMENTS = epochwise.DocumentsApi(CLIENT)
TOKENS = epochwise.TokensApi(CLIENT)
DATASETS = epochwise.DatasetsApi(CLIENT)

OPERATIONS = {
    "estimateTraining": (epochwise.TrainingRequest, ESTIMATES.estimate_training),
    "estimateInference": (epochwise.InferenceRequest, ESTIMATES.estimate_inference),
    "estimateEvaluation": (epochwise.EvaluationRequest, ESTIMATES.estimate_evaluation),
    "compareAlternatives": (epochwise.ComparisonRequest, DECISIONS.compare_alternatives),
    "simulatePromptShortening": (epochwise.PromptShorteningRequest, DECISIONS.simulate_prompt_shortening),
    "planBudget": (epochwise.BudgetRequest, DECISIONS.plan_budget),
    "diffEstimates": (epochwise.DiffRequest, DECISIONS.diff_estimates),
    "quote": (epochwise.QuotationRequest, DOCUMENTS.quote),
    "reconcileActuals": (epochwise.ReconciliationRequest, DOCUMENTS.reconcile_actuals),
    "evaluateGuardrails": (epochwise.GuardrailRequest, DOCUMENTS.evaluate_guardrails),
    "checkDueDiligence": (epochwise.DueDiligenceRequest, epochwise.DueDiligenceApi(CLIENT).check_due_diligence),
    "countImageTokens": (epochwise.ImageTokenRequest, TOKENS.count_image_tokens),
    "countTextTokens": (epochwise.TextTokenRequest, TOKENS.count_text_tokens),
    "countMessageTokens": (epochwise.MessageTokenRequest, TOKENS.count_message_tokens),
}

counts = {"answers": 0, "fields": 0, "decimals": 0, "longest": ""}


def differences(path, answered, kept):
    """What the client lost, added or changed of an answer."""
    if isinstance(answered, dict) and isinstance(kept, dict):
        for name in answered.keys() | kept.keys():
            if name not in kept:
                yield f"{path}.{name} is lost"
            elif name not in answered:
                yield f"{path}.{name} is added"
            else:
                yield from differences(f"{path}.{name}", answered[name], kept[name])
    elif isinstance(answered, list) and isinstance(kept, list) and len(answered) == len(kept):
        for index, (one, other) in enumerate(zip(answered, kept)):
            yield from differences(f"{path}[{index}]", one, other)
    else:
        counts["fields"] += 1
        if isinstance(answered, str) and DECIMAL.fullmatch(answered):
            counts["decimals"] += 1
            counts["longest"] = max(counts["longest"], answered, key=len)
        if answered != kept or isinstance(answered, str) != isinstance(kept, str):
            yield f"{path} was {answered!r} and is {kept!r}"


def bare(path, body=None, content_type="application/json"):
    """The answer without the client; numbers as decimals."""
    request = urllib.request.Request(SERVICE + path, data=body, headers={"Content-Type": content_type} if body else {})
    with urllib.request.urlopen(request) as response:
        return json.loads(response.read(), parse_float=Decimal)


def same(what, answered, answer):
    kept = json.loads(json.dumps(CLIENT.sanitize_for_serialization(answer)), parse_float=Decimal)
    found = list(differences("", answered, kept))
    assert not found, f"{what}: {'; '.join(found)}"
    counts["answers"] += 1


def round_trip(what, operation, path, question):
    kind, ask = OPERATIONS[operation]
    typed = kind.from_dict(question)
    written = json.dumps(CLIENT.sanitize_for_serialization(typed)).encode()
    same(what, bare(path, written), ask(typed))


def documented_examples():
    for path, methods in bare("/q/openapi?format=json")["paths"].items():
        post = methods.get("post", {})
        content = post.get("requestBody", {}).get("content", {}).get("application/json", {})
        questions = [content["example"]] if "example" in content else []
        questions += [example["value"] for example in content.get("examples", {}).values()]
        for question in questions:
            plain = json.loads(json.dumps(question, default=float))
            if post["operationId"] == "mergeProfiles":
                profiles = [epochwise.DatasetProfile.from_dict(profile) for profile in plain]
                same(path, bare(path, json.dumps(plain).encode()), DATASETS.merge_profiles(profiles))
            else:
                round_trip(path, post["operationId"], path, plain)


def samples():
    for file, operation, path in [
        ("decisions/compare-2026-11-23.json", "compareAlternatives", "/v1/comparisons"),
        ("procurement/quotation.json", "quote", "/v1/quotations"),
    ]:
        round_trip(file, operation, path, json.loads((SAMPLES / file).read_text()))
    assert len(counts["longest"].partition(".")[2]) >= 20, "no decimal of 20 places was answered"


def catalog():
    facts = epochwise.CatalogApi(CLIENT)
    same("catalog", bare("/v1/catalog"), facts.get_catalog())
    same("benchmarks", bare("/v1/catalog/benchmarks"), facts.list_benchmarks())
    same("conflicts", bare("/v1/catalog/conflicts"), facts.list_conflicts())
    same("gpus", bare("/v1/catalog/gpus"), facts.list_gpus())
    same("policies", bare("/v1/guardrails/policies"), DOCUMENTS.list_policies())
    offerings = bare("/v1/catalog/offerings")
    same("offerings", offerings, facts.list_offerings())
    for offering in offerings["offerings"]:
        provider, model = offering["id"].split("/", 1)
        same(offering["id"], bare("/v1/catalog/offerings/" + offering["id"]), facts.get_offering(model, provider))


def profile():
    file = SAMPLES / "invoices-and-charts.jsonl"
    query = "?offering=azure%2Fgpt-4o-2024-08-06&asOf=2025-09-09"
    answered = bare("/v1/datasets/profile" + query, file.read_bytes(), "application/jsonl")
    dataset = DATASETS.profile_dataset(
        file.read_text("utf-8"), as_of=date(2025, 9, 9), offering=["azure/gpt-4o-2024-08-06"], _content_type="application/jsonl"
    )
    same("profileDataset", answered, dataset)
    with file.open("rb") as body:
        streamed = urllib3.request(
            "POST", SERVICE + "/v1/datasets/profile" + query, body=body, headers={"Content-Type": "application/jsonl"}
        )
    same("profileDataset, streamed", answered, epochwise.DatasetProfile.from_json(streamed.data))
    assert dataset.lines == 16
    training = {"offering": "azure/gpt-4o-2024-08-06", "dataset": json.loads(dataset.to_json()), "asOf": "2025-09-09"}
    round_trip("a training of the profile", "estimateTraining", "/v1/estimates/training", training)


def sent_decimals():
    dataset = {"examples": "4800", "textTokensPerExample": "511.291700000000000001"}
    training = {"offering": "azure/gpt-4o-2024-08-06", "dataset": dataset, "epochs": 2, "asOf": "2025-09-09"}
    estimate = ESTIMATES.estimate_training(epochwise.TrainingRequest.from_dict(training))
    assert "511.291700000000000001" in estimate.lines[0].formula, estimate.lines[0].formula
    longest = "123456789012.123456789012345670"
    question = {"policy": {"maxTotal": longest}, "request": {"kind": "training", "request": training}}
    back = DOCUMENTS.evaluate_guardrails(epochwise.GuardrailRequest.from_dict(question)).policy.max_total
    assert back.to_dict() == longest, back


def problem():
    wrong = {"offering": "azure/gpt-4o-2024-08-06", "dataset": {"examples": -1, "textTokensPerExample": 10}, "epochs": 5000}
    try:
        ESTIMATES.estimate_training(epochwise.TrainingRequest.model_construct(
            offering=wrong["offering"], dataset=epochwise.Dataset.from_dict(wrong["dataset"]), epochs=5000))
    except epochwise.ApiException as fault:
        assert isinstance(fault.data, epochwise.Problem) and fault.status == 400, fault
        assert "epochs" in [violation.var_field for violation in fault.data.violations], fault
        return
    raise AssertionError("5000 epochs of less than no examples have an estimate")


documented_examples()
samples()
catalog()
profile()
sent_decimals()
problem()
print("Python: {answers} answers, {fields} fields, {decimals} of them decimals, the longest {longest}".format(**counts))
