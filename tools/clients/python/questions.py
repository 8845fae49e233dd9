"""Import it before a question is read with from_dict or from_json: the generated client does not tell its unions apart."""

import json

import epochwise_client as epochwise


def _told_apart(union, *forms):
    """Questions have no unknown fields, so the form is the one that has all those that are given."""

    def from_dict(given):
        for form in forms:
            if given.keys() <= {field.alias or name for name, field in form.model_fields.items()}:
                return union(form.from_dict(given))
        raise ValueError(f"no {union.__name__} has all of {', '.join(given)}")

    union.from_dict = staticmethod(from_dict)
    union.from_json = staticmethod(lambda text: from_dict(json.loads(text)))


_told_apart(epochwise.EstimateRequest, epochwise.TrainingRequest, epochwise.InferenceRequest)
_told_apart(
    epochwise.Question,
    epochwise.TrainingRequest,
    epochwise.InferenceRequest,
    epochwise.EvaluationRequest,
    epochwise.ComparisonRequest,
    epochwise.PromptShorteningRequest,
)
