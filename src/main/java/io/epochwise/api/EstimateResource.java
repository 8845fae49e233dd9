package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.decision.EvaluationEstimate;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EvaluationRequest;
import io.epochwise.estimate.InferenceEstimator;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.JobAvailability;
import io.epochwise.estimate.TrainingEstimator;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.estimate.UncertaintyChoice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What something costs, line by line. */
@Path("/v1/estimates")
@Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Estimates")
public final class EstimateResource {
    private final Catalog catalog;
    private final JobAvailability jobs;
    private final Clock clock;
    private final Identity identity;
    private final HeavyWork work;

    EstimateResource(Catalog catalog, Clock clock, Identity identity, HeavyWork work) {
        this.catalog = catalog;
        jobs = new JobAvailability(catalog);
        this.clock = clock;
        this.identity = identity;
        this.work = work;
    }

    /** What a training job costs. */
    @POST
    @Path("/training")
    @Operation(
            operationId = "estimateTraining",
            summary = "What a training job costs, and whether it can be created",
            description = "The dataset is a profile as profileDataset answers, or a summary given by hand. An offering"
                    + " that cannot be tuned has an answer too: an unpriced line, no total, and an availability that"
                    + " says so.")
    @APIResponse(responseCode = "200", description = "Lines with formula and source, and what they rest on")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    @APIResponse(responseCode = "503", description = Asked.TOO_MANY_DRAWS)
    public Estimate training(@NotNull @Valid TrainingRequest request) {
        Estimate estimate =
                estimate(request.uncertainty(), () -> TrainingEstimator.estimate(jobs, request, LocalDate.now(clock)));
        return estimate.withId(identity.of("training", request, estimate.offering(), estimate.asOf()));
    }

    /** What inference costs. */
    @POST
    @Path("/inference")
    @Operation(
            operationId = "estimateInference",
            summary = "What inference on a base or tuned model costs, month by month",
            description =
                    "Requests in month m, counted from 1, are requestsPerMonth x (1 + monthlyGrowth)^(m-1); a request"
                            + " takes (1 - (1-a)^n) / a calls with first-pass accuracy a and at most n attempts. Each line charges"
                            + " for one class of a call's tokens; the classes add up to all of them. Each month is billed at the"
                            + " prices of its first day, m-1 months after asOf, and months with the same prices share lines. Months"
                            + " that begin on or after the model's end are not counted. A tuned model that is billed by time, or"
                            + " asked to be, has lines of serving and none of tokens.")
    @APIResponse(responseCode = "200", description = "Lines with formula and source, and what they rest on")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    @APIResponse(responseCode = "503", description = Asked.TOO_MANY_DRAWS)
    public Estimate inference(@NotNull @Valid InferenceRequest request) {
        Estimate estimate = estimate(
                request.uncertainty(), () -> InferenceEstimator.estimate(catalog, request, LocalDate.now(clock)));
        return estimate.withId(identity.of("inference", request, estimate.offering(), estimate.asOf()));
    }

    /** One estimate is soon made; drawing it thousands of times waits its turn. */
    private Estimate estimate(UncertaintyChoice uncertainty, Supplier<Estimate> question) {
        return uncertainty == null ? question.get() : work.decision(question);
    }

    /** What an evaluation costs. */
    @POST
    @Path("/evaluation")
    @Operation(
            operationId = "estimateEvaluation",
            summary = "What evaluating a base or tuned model costs, and how many questions it takes",
            description =
                    "The questions are those of a public benchmark, as listBenchmarks has it, or a set of one's own."
                            + " Each line charges for one class of tokens; low and high hold the smallest and the largest images and"
                            + " the least and the most that an answer can have. With a precision the answer says how many questions"
                            + " a margin of error of the score, or a difference between base and tuned model, takes and what they"
                            + " cost; with formula, and corrected for a finite set unless the population is unbounded.")
    @APIResponse(responseCode = "200", description = "Lines with formula and source, and what they rest on")
    @APIResponse(
            responseCode = "404",
            description = "There is no such offering, benchmark or harness; the problem names near matches")
    public EvaluationEstimate evaluation(@NotNull @Valid EvaluationRequest request) {
        EvaluationEstimate estimate = EvaluationEstimate.of(catalog, request, LocalDate.now(clock));
        return estimate.withId(identity.of("evaluation", request, estimate.offering(), estimate.asOf()));
    }
}
