import type {components} from 'contract';
import {enough} from './format';

/**
 * The scenario that the page is about: a question for a comparison, exactly as the service takes it, and what of its answer is
 * looked at. Everything here is a pure function of it.
 */
type Schemas = components['schemas'];

export type Comparison = Schemas['Comparison'];
export type ComparisonRequest = Schemas['ComparisonRequest'];
export type Alternative = Schemas['ComparedAlternative'];
export type Workload = Schemas['Workload'];
export type WorkloadImage = Schemas['WorkloadImage'];
export type DatasetProfile = Schemas['DatasetProfile'];
export type DatasetSummary = Schemas['DatasetSummary'];
export type Dataset = DatasetProfile | DatasetSummary;
export type BudgetPlan = Schemas['BudgetPlan'];
export type PlannedAlternative = Schemas['PlannedAlternative'];
export type Lever = Schemas['Lever'];
export type PromptShorteningAnswer = Schemas['PromptShorteningAnswer'];
export type DueDiligence = Schemas['DueDiligence'];
export type OfferingFacts = Schemas['OfferingFacts'];
export type OfferingSummary = Schemas['OfferingSummary'];
export type Estimate = Schemas['Estimate'];
export type Finding = Schemas['Finding'];
export type Availability = Schemas['Availability'];

export interface Scenario {
  question: ComparisonRequest;
  /** What may be spent; the page then says how long each alternative lasts for it. */
  budget?: string;
  /** The alternative whose lines and levers are shown. */
  shown?: string;
  /** The two alternatives between which tuning is to pay back. */
  baseline?: string;
  tuned?: string;
  /** Who quotes to whom, in which currency. */
  document?: Schemas['DocumentDetails'];
}

/** Parts of a scenario that are not of its question. */
const BESIDE = ['budget', 'document'];

export const isProfile = (dataset: Dataset | undefined): dataset is DatasetProfile =>
  dataset !== undefined && 'schema' in dataset;

export const nameOf = (alternative: Alternative): string => alternative.id ?? alternative.offering ?? '';

/** The ways to get the work done: kinds of alternatives, and whether an open model is tuned first. */
export type Way = 'prompt' | 'fine-tune' | 'self-hosted' | 'self-hosted-tuned';

export const wayOf = ({kind, training}: Alternative): Way => (kind === 'self-hosted' && training ? 'self-hosted-tuned' : (kind ?? 'prompt'));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const copy = <T>(value: T): T => structuredClone(value);

/** The training examples that alternatives share: those of the first that is trained. */
export function dataset(scenario: Scenario): Dataset | undefined {
  return scenario.question.alternatives?.find(alternative => alternative.training)?.training?.dataset as Dataset | undefined;
}

/** A profile as numbers that can be typed: averages, and the most frequent image size. Its tokens are those of the first offering. */
export function summarized(profile: DatasetProfile): DatasetSummary {
  const {examples} = profile;
  const mean = (total: number): string => String(Number((total / examples).toFixed(4)));
  const [first] = profile.offerings;
  const [size] = [...(profile.images.sizes ?? [])].sort((a, b) => b.count - a.count);
  return {
    examples,
    textTokensPerExample: mean(first ? (first.textTokens ?? 0) + (first.overheadTokens ?? 0) : profile.text.tokens.total),
    ...(size
      ? {
          imagesPerExample: mean(profile.images.count),
          imageWidth: size.width,
          imageHeight: size.height,
          imageDetail: size.detail,
        }
      : {}),
  };
}

/** What is trained on where nothing was before. */
const SOME_EXAMPLES: DatasetSummary = {examples: 1_000, textTokensPerExample: '500'};

/** The same scenario with one alternative going another way; what is tuned takes the examples that the others have. */
export function withWay(scenario: Scenario, index: number, way: Way): Scenario {
  const next = copy(scenario);
  const alternative = next.question.alternatives[index];
  alternative.kind = way === 'self-hosted-tuned' ? 'self-hosted' : way;
  if (way === 'prompt' || way === 'self-hosted') {
    delete alternative.training;
  } else {
    alternative.training ??= {dataset: dataset(scenario) ?? SOME_EXAMPLES};
  }
  if (way === 'prompt' || way === 'fine-tune') {
    delete alternative.serving;
  }
  return next;
}

/** The same scenario with another model in one alternative; what only the one before had is left out. */
export function withOffering(scenario: Scenario, index: number, offering: string): Scenario {
  const next = copy(scenario);
  const alternative = next.question.alternatives[index];
  alternative.offering = offering;
  delete alternative.tier;
  delete alternative.region;
  delete alternative.serving;
  delete alternative.training?.tier;
  delete alternative.training?.region;
  delete alternative.training?.adapter;
  delete alternative.training?.compute;
  return next;
}

/** The same scenario with other training examples for all that share them. */
export function withDataset(scenario: Scenario, examples: Dataset): Scenario {
  const next = copy(scenario);
  const before = dataset(scenario);
  next.question.alternatives.forEach(alternative => {
    if (alternative.training && same(alternative.training.dataset, before)) {
      alternative.training.dataset = examples;
    }
  });
  return next;
}

/** A value by its path in the question, such as `alternatives[1].training.epochs`. The common dataset stands under `dataset`. */
export function valueAt(scenario: Scenario, path: string): unknown {
  const [first, ...rest] = keys(path);
  const within = BESIDE.includes(first) ? scenario : scenario.question;
  const root = first === 'dataset' ? dataset(scenario) : (within as unknown as Record<string, unknown>)[first];
  return rest.reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], root);
}

/**
 * The same scenario with another value. An alternative's own workload follows the common one where both said the same, and the
 * images of few-shot examples follow those of the question.
 */
export function withValue(scenario: Scenario, path: string, value: unknown): Scenario {
  const [first, ...rest] = keys(path);
  if (first === 'dataset') {
    return withDataset(scenario, set(dataset(scenario) ?? {}, rest, value) as Dataset);
  }
  if (BESIDE.includes(first)) {
    return set(scenario, [first, ...rest], value) as Scenario;
  }
  const next = {...scenario, question: set(scenario.question, [first, ...rest], value) as ComparisonRequest};
  return first === 'workload' ? followed(scenario, next, rest[0]) : next;
}

function followed(before: Scenario, after: Scenario, part: string): Scenario {
  const next = copy(after);
  const old = (before.question.workload ?? {}) as Record<string, unknown>;
  const now = (next.question.workload ?? {}) as Record<string, unknown>;
  next.question.alternatives.forEach(alternative => {
    const own = alternative.workload as Record<string, unknown> | undefined;
    if (own && same(own[part], old[part])) {
      alternative.workload = set(own, [part], copy(now[part])) as Workload;
    }
  });
  if (part === 'images') {
    [next.question.workload, ...next.question.alternatives.map(alternative => alternative.workload)]
      .map(workload => workload?.fewShotExamples)
      .filter(examples => examples && same(examples.images, old.images))
      .forEach(examples => (examples!.images = copy(next.question.workload!.images)));
  }
  return next;
}

const keys = (path: string): string[] => path.split(/[.[\]]+/).filter(Boolean);

/** A copy with one value set; what is on the way to it is made, and what is said no more is left out. */
function set(target: unknown, path: string[], value: unknown): unknown {
  const [key, ...rest] = path;
  const next = (Array.isArray(target) ? [...target] : {...(target as object)}) as Record<string, unknown>;
  const inner = rest.length ? set(next[key] ?? {}, rest, value) : value;
  if (inner === undefined || (rest.length && !Array.isArray(inner) && Object.keys(inner as object).length === 0)) {
    delete next[key];
  } else {
    next[key] = inner;
  }
  return next;
}

/** The workload that an alternative answers. */
export const workloadOf = (scenario: Scenario, alternative: Alternative): Workload =>
  alternative.workload ?? scenario.question.workload!;

/**
 * The alternatives between which tuning may pay back: what is chosen, or the first that is prompted and the first that is tuned,
 * of those that can be had if there are any.
 */
export function pair(scenario: Scenario, comparison: Comparison | undefined): {baseline?: Alternative; tuned?: Alternative} {
  const all = scenario.question.alternatives;
  const ruledOut = new Set(comparison?.ruledOut.map(one => one.id));
  const find = (id: string | undefined, fits: (alternative: Alternative) => boolean): Alternative | undefined =>
    all.find(alternative => nameOf(alternative) === id && fits(alternative)) ??
    all.find(alternative => !ruledOut.has(nameOf(alternative)) && fits(alternative)) ??
    all.find(fits);
  return {
    baseline: find(scenario.baseline, alternative => !alternative.training),
    tuned: find(scenario.tuned, alternative => alternative.training !== undefined),
  };
}

/** Does tuning pay back? Undefined if nothing is tuned, or there is nothing to compare with. */
export function shortening(
  scenario: Scenario,
  comparison: Comparison | undefined,
): Schemas['PromptShorteningRequest'] | undefined {
  const {baseline, tuned} = pair(scenario, comparison);
  if (!baseline || !tuned?.training) {
    return undefined;
  }
  const use = (alternative: Alternative): Schemas['ModelUse'] => ({
    offering: alternative.offering,
    workload: workloadOf(scenario, alternative),
    tier: alternative.tier,
    region: alternative.region,
    overrides: alternative.overrides,
    serving: alternative.serving,
    ...(alternative.training ? {} : {tuned: alternative.tuned}),
  });
  const {months, organization, asOf} = scenario.question;
  return {baseline: use(baseline), tuned: use(tuned), training: tuned.training, months, organization, asOf};
}

/** What an amount pays for, for how many months. */
export function months(
  scenario: Scenario,
  budget: string,
  alternatives: Alternative[],
): Schemas['BudgetRequest'] {
  const {workload, organization, requirements, asOf} = scenario.question;
  return {
    budget: Number(budget) > 0 ? enough(budget) : '0.01',
    solveFor: 'months',
    workload,
    alternatives,
    organization,
    requirements,
    asOf,
    leverAlternatives: alternatives.length === 1,
  };
}

/** What can be done with all offerings of the scenario, and which of its requirements they meet. */
export function diligence(scenario: Scenario): Schemas['DueDiligenceRequest'] {
  const {requirements, organization, asOf} = scenario.question;
  return {
    offerings: offerings(scenario),
    dataset: dataset(scenario),
    requirements: requirements ?? {},
    organization,
    asOf,
  };
}

/** Each offering of the scenario once. */
export function offerings({question}: Scenario, of: Alternative[] = question.alternatives): string[] {
  return [...new Set(of.map(alternative => alternative.offering!))].filter(Boolean);
}

/** Offerings at which a dataset would be trained. */
export function trainedOfferings(scenario: Scenario): string[] {
  return offerings(scenario, scenario.question.alternatives.filter(one => one.training));
}

/** A question for a quotation of one alternative. */
export function quotation(scenario: Scenario, alternative: string): Schemas['QuotationRequest'] {
  return {
    requests: [{kind: 'comparison', request: scenario.question, alternative}],
    document: scenario.document,
    asOf: scenario.question.asOf,
  };
}

/** A name that no alternative has. */
function freeName(scenario: Scenario, name: string): string {
  const names = new Set(scenario.question.alternatives.map(nameOf));
  let number = 2;
  while (names.has(`${name} (${number})`)) {
    number++;
  }
  return `${name} (${number})`;
}

/** A new alternative like another, after it. */
export function withCopyOf(scenario: Scenario, index: number): Scenario {
  const next = copy(scenario);
  const added = copy(next.question.alternatives[index]);
  added.id = freeName(scenario, nameOf(added));
  next.question.alternatives.splice(index + 1, 0, added);
  return next;
}

/** A new alternative at the end: a model that is prompted as all are, another one until it is chosen. */
export function withAnother(scenario: Scenario, models: OfferingSummary[]): Scenario {
  const next = copy(scenario);
  const taken = new Set(offerings(scenario));
  const model = models.find(one => one.kind !== 'self-hosted' && one.vision && !taken.has(one.id));
  const offering = model?.id ?? scenario.question.alternatives[0].offering;
  next.question.alternatives.push({id: freeName(scenario, model?.name ?? offering), kind: 'prompt', offering});
  return next;
}

/** The same scenario with a lever pulled: the alternative that it names is as the service says. */
export function withLever(scenario: Scenario, alternative: string, lever: Lever): Scenario {
  const next = copy(scenario);
  const index = next.question.alternatives.findIndex(one => nameOf(one) === alternative);
  next.question.alternatives[index] = {...next.question.alternatives[index], ...lever.alternative};
  return next;
}

/** The scenario as the fragment of a link. Nothing of it is sent anywhere: a browser keeps fragments to itself. */
export async function toFragment(scenario: Scenario): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(scenario));
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  let binary = '';
  packed.forEach(byte => (binary += String.fromCharCode(byte)));
  return '#s=' + btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The scenario of a link's fragment; undefined if it has none, or none that can be read. */
export async function fromFragment(fragment: string): Promise<Scenario | undefined> {
  const packed = /^#s=([\w-]+)$/.exec(fragment)?.[1];
  if (!packed) {
    return undefined;
  }
  try {
    const binary = atob(packed.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, character => character.charCodeAt(0));
    const scenario = JSON.parse(new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'))));
    return Array.isArray(scenario?.question?.alternatives) ? scenario : undefined;
  } catch {
    return undefined;
  }
}

async function through(bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(stream)).arrayBuffer());
}
