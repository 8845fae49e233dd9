/**
 * The rim: HTTP, JSON, problem documents, OpenAPI. The only package that knows Quarkus or Jakarta REST; it knows no
 * arithmetic and no facts. What stands around every endpoint is here once: {@link io.epochwise.api.body.RequestBodies} decodes
 * and bounds what comes in, {@link io.epochwise.api.json.JsonRules} says what JSON means, {@link
 * io.epochwise.api.yaml.YamlBodies} what YAML means, {@link
 * io.epochwise.api.json.QueryParameters} what a parameter means, {@link io.epochwise.api.problem.ProblemMappers} how errors are told, {@link
 * io.epochwise.api.telemetry} what an operator sees.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Epochwise",
                        version = "1",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt"),
                        description = """
                                What fine-tuning a vision model costs, where and until when it is possible, and when it pays back.

                                **Start here**

                                1. `GET /v1/catalog/offerings` lists the models that are known. An offering's id is the provider and \
                                the vendor's own model id, such as `azure/gpt-4o-2024-08-06`.
                                2. `POST /v1/datasets/profile` takes your JSONL file as it is and answers with counts, sizes, tokens \
                                and findings. Nothing of the file is kept. Without a file, describe it in a summary.
                                3. `POST /v1/estimates/training` takes the profile or the summary and answers with what a training \
                                job costs, line by line, and whether it can still be created; `POST /v1/estimates/inference` with what \
                                calling the base or the tuned model costs, month by month; `POST /v1/estimates/evaluation` with what \
                                measuring costs and how many questions it takes.
                                4. `POST /v1/due-diligence` takes what your organization requires, and answers which offerings meet it.
                                5. `POST /v1/comparisons` ranks ways to get a workload done; `POST /v1/simulations/prompt-shortening` \
                                says whether and when tuning pays back, and by what; `POST /v1/budgets/plan` what an amount pays for; \
                                `POST /v1/diffs` what differs between two estimates and why.
                                6. `POST /v1/quotations` puts costs into a document to approve; `POST /v1/guardrails/evaluate` stops a \
                                pipeline on cost; `POST /v1/reconciliations` says why the bill is another one.

                                Every operation has an example that runs as it is: choose *Try it out*, then *Execute*. The page at \
                                [/](/) asks the same questions without JSON.

                                **What to know**

                                - Money and other decimals are strings in answers; a question may give strings or numbers.
                                - What you do not know exactly may be `{"low": …, "expected": …, "high": …}` in a workload or a dataset; \
                                `drivers` then rank what makes the total uncertain, and `uncertainty` asks for P10, P50 and P90.
                                - `asOf` is the day whose prices, rules and dates apply: today (UTC) if absent, and past or future if \
                                you ask. The same question to the same catalog has the same answer.
                                - What is not known is absent and not zero: a missing price makes its line unpriced and the total absent.
                                - An unknown field in a question is an error, since it is most likely a typo.
                                - A question may be YAML (`application/yaml`) and has the answer that it has in JSON. What readers of YAML \
                                differ on, such as `yes` or `010` without quotes, is refused; so are tags and merge keys.
                                - Errors are problem documents (RFC 9457) that name each field that is wrong.
                                """),
        tags = {
            @Tag(
                    name = "Catalog",
                    description = "What is known: offerings, prices, limits and dates, each with its source"),
            @Tag(
                    name = "Datasets",
                    description = "What a dataset is, in numbers, and what providers make of it",
                    externalDocs =
                            @ExternalDocumentation(
                                    description = "OpenAI on the file format",
                                    url = "https://developers.openai.com/api/docs/guides/vision-fine-tuning")),
            @Tag(
                    name = "Tokens",
                    description = "How many tokens a provider counts for images, texts and messages",
                    externalDocs =
                            @ExternalDocumentation(
                                    description = "OpenAI on images; other rules have their sources in each answer",
                                    url = "https://developers.openai.com/api/docs/guides/images-vision")),
            @Tag(name = "Estimates", description = "What something costs, line by line, and how sure that is"),
            @Tag(
                    name = "Due diligence",
                    description = "Which requirements offerings meet, with the source of each verdict"),
            @Tag(
                    name = "Decisions",
                    description = "Questions over several estimates: does tuning pay back, which way is cheapest"),
            @Tag(
                    name = "Documents",
                    description = "What goes to those who approve and check: quotations, guardrails, reconciliations",
                    externalDocs =
                            @ExternalDocumentation(
                                    description = "FOCUS, the specification of cost and usage",
                                    url = "https://focus.finops.org"))
        },
        components = @Components(schemas = @Schema(name = "DatasetSummary", implementation = DatasetSummary.class)))
package io.epochwise.api;

import io.epochwise.dataset.DatasetSummary;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
