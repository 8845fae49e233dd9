import {html, nothing, render} from 'lit-html';
import {answer as answerView} from './answer';
import {form, type Asking, type Sending} from './form';
import {
  diligence,
  fromFragment,
  months,
  nameOf,
  offerings,
  quotation,
  shortening,
  toFragment,
  trainedOfferings,
  valueAt,
  withDataset,
  withLever,
  withValue,
  type BudgetPlan,
  type Comparison,
  type ComparisonRequest,
  type DueDiligence,
  type OfferingFacts,
  type OfferingSummary,
  type PlannedAlternative,
  type PromptShorteningAnswer,
  type Scenario,
} from './scenario';
import type {Answered, Applied} from './shown';
import {ask, download, Problem, profile, type Violation} from './service';

const CASES = [
  {name: 'Pages of invoices: gpt-4o with examples, tuned, or a newer model', file: 'compareAlternatives.request.json'},
  {name: 'Chest X-ray reports at Azure, or in house', file: 'compareAlternatives.chest-x-ray-reports.request.json'},
  {name: 'Screenshots of user interfaces at Google', file: 'compareAlternatives.ui-screenshots.request.json'},
];

/** All that the page knows. The scenario is the planner's, the rest is what the service said of it. */
const state = {
  scenario: undefined as Scenario | undefined,
  chosenCase: undefined as string | undefined,
  comparison: undefined as Comparison | undefined,
  shortening: undefined as PromptShorteningAnswer | undefined,
  shorteningProblem: undefined as string | undefined,
  plan: undefined as PlannedAlternative | undefined,
  planProblem: undefined as string | undefined,
  budgetPlan: undefined as BudgetPlan | undefined,
  diligence: undefined as DueDiligence | undefined,
  problem: undefined as Problem | undefined,
  violations: [] as Violation[],
  unread: new Map<string, string>(),
  facts: new Map<string, OfferingFacts>(),
  offerings: [] as OfferingSummary[],
  sending: undefined as Sending | undefined,
  fileProblem: undefined as string | undefined,
  questionProblem: undefined as string | undefined,
  documentProblem: undefined as string | undefined,
  applied: undefined as Applied | undefined,
  openLines: new Set<string>(),
  copied: false,
};

let round = new AbortController();
let written = 0;

function draw(): void {
  const {scenario} = state;
  const results = document.getElementById('answer')!;
  if (!scenario) {
    render(state.problem ? html`<p class="panel fault" role="alert">${state.problem.title}. ${state.problem.message}</p>` : nothing, results);
    return;
  }
  const width = Math.max(260, Math.min(900, results.clientWidth - 34));
  const shared = {...state, scenario, value: (path: string) => valueAt(scenario, path), change};
  const asking: Asking = {...shared, roomy: innerWidth >= 700, cases: CASES, open, read, drop, take};
  const answered: Answered = {
    ...shared,
    width,
    show,
    compare,
    apply,
    undo,
    toggleLine,
    save,
    saveScenario,
    copyLink,
    print: () => window.print(),
  };
  render(form(asking), document.getElementById('scenario')!);
  render(answerView(answered), results);
  results.toggleAttribute('data-old', state.problem !== undefined || state.unread.size > 0);
}

/** A change by the planner: the answer follows, and the link. */
function become(scenario: Scenario): void {
  state.scenario = scenario;
  state.copied = false;
  draw();
  void recalculate();
  const turn = ++written;
  setTimeout(() => {
    if (turn === written) {
      void link(scenario);
    }
  }, 250);
}

/** Makes the address of the page the link to a scenario. */
async function link(scenario: Scenario): Promise<void> {
  history.replaceState(null, '', await toFragment(scenario));
}

function take(scenario: Scenario): void {
  state.applied = undefined;
  become(scenario);
}

function change(path: string, value: unknown): void {
  take(withValue(state.scenario!, path, value));
}

/** Asks all that the page shows of the scenario. A later change ends an earlier round. */
async function recalculate(): Promise<void> {
  round.abort();
  round = new AbortController();
  const {signal} = round;
  const scenario = state.scenario!;
  if (state.unread.size) {
    return;
  }
  const started = performance.now();
  const rest = Promise.all([required(scenario, signal), budgeted(scenario, signal), facts(scenario)]);
  try {
    const comparison = await ask<Comparison>('/v1/comparisons', scenario.question, signal);
    Object.assign(state, {comparison, problem: undefined, violations: []});
    draw();
    performance.measure('epochwise:recalculated', {start: started});
    await Promise.all([payback(scenario, comparison, signal), planned(scenario, comparison, signal)]);
  } catch (failure) {
    told(failure, scenario);
  }
  await rest;
  if (!signal.aborted) {
    draw();
    document.body.dataset.settled = String(Number(document.body.dataset.settled ?? 0) + 1);
  }
}

function told(failure: unknown, scenario: Scenario): void {
  if (failure instanceof Problem) {
    state.problem = failure;
    state.violations = failure.violations.map(fault => ({...fault, field: shownField(fault.field, scenario)}));
    draw();
  } else if (!(failure instanceof DOMException && failure.name === 'AbortError')) {
    throw failure;
  }
}

/** Where the page shows a value that stands elsewhere in the question too. */
function shownField(field: string | undefined, scenario: Scenario): string | undefined {
  const own = /^alternatives\[\d+\]\.(training\.dataset|workload)\.(.+)$/.exec(field ?? '');
  if (!own) {
    return field;
  }
  const common = `${own[1] === 'workload' ? 'workload' : 'dataset'}.${own[2]}`;
  return own[1] === 'workload' && valueAt(scenario, field!) !== valueAt(scenario, common) ? field : common;
}

/** An answer that may be missing without the rest being wrong; neither answer nor problem where nothing is asked any more. */
async function beside<T>(path: string, question: unknown, signal: AbortSignal): Promise<{answer?: T; problem?: Problem}> {
  if (!question) {
    return {};
  }
  try {
    return {answer: await ask<T>(path, question, signal)};
  } catch (failure) {
    if (failure instanceof Problem) {
      return {problem: failure};
    }
    if (signal.aborted) {
      return {};
    }
    throw failure;
  }
}

const words = (problem: Problem): string =>
  [problem.message, ...problem.violations.map(fault => `${fault.field ?? ''} ${fault.message}`.trim())].join(' ');

async function payback(scenario: Scenario, comparison: Comparison, signal: AbortSignal): Promise<void> {
  const question = shortening(scenario, comparison);
  const {answer, problem} = await beside<PromptShorteningAnswer>('/v1/simulations/prompt-shortening', question, signal);
  if (!signal.aborted) {
    state.shortening = answer;
    state.shorteningProblem = problem && words(problem);
  }
}

async function required(scenario: Scenario, signal: AbortSignal): Promise<void> {
  const {answer} = await beside<DueDiligence>('/v1/due-diligence', diligence(scenario), signal);
  if (!signal.aborted) {
    state.diligence = answer;
  }
}

async function budgeted(scenario: Scenario, signal: AbortSignal): Promise<void> {
  const {budget} = scenario;
  const question = budget && months(scenario, String(budget), scenario.question.alternatives.slice(0, 20));
  const {answer, problem} = await beside<BudgetPlan>('/v1/budgets/plan', question, signal);
  if (!signal.aborted) {
    state.budgetPlan = answer;
    if (problem) {
      state.violations = [...state.violations, ...problem.violations.filter(fault => fault.field === 'budget')];
    }
  }
}

/** The lines and levers of the alternative that is shown: the plan that its own total pays for. */
async function planned(scenario: Scenario, comparison: Comparison, signal: AbortSignal): Promise<void> {
  const shown = comparison.ranked.find(one => one.id === scenario.shown) ?? comparison.ranked[0];
  const alternative = scenario.question.alternatives.find(one => nameOf(one) === shown?.id);
  const question = alternative && months(scenario, shown.total.expected, [alternative]);
  const {answer, problem} = await beside<BudgetPlan>('/v1/budgets/plan', question, signal);
  if (!signal.aborted) {
    state.plan = answer?.plans[0] ?? answer?.overBudget[0];
    state.planProblem = problem && words(problem);
  }
}

/** What the catalog says of the offerings, once each. */
async function facts(scenario: Scenario): Promise<void> {
  await Promise.all(
    offerings(scenario)
      .filter(offering => !state.facts.has(offering))
      .map(async offering => {
        try {
          state.facts.set(offering, await ask<OfferingFacts>(`/v1/catalog/offerings/${offering.split('/').map(encodeURIComponent).join('/')}`));
        } catch (failure) {
          // The comparison says that there is no such offering.
          if (!(failure instanceof Problem)) {
            throw failure;
          }
        }
      }),
  );
}

async function open(file: string): Promise<void> {
  begin(await ask<ComparisonRequest>(`/cases/${file}`), file);
}

/** A question that was saved, or written for `POST /v1/comparisons`. */
async function read(file: File): Promise<void> {
  const question = await file.text().then(JSON.parse).catch(() => undefined);
  if (Array.isArray(question?.alternatives)) {
    begin(question, undefined);
  } else {
    state.questionProblem = `${file.name} is no question for a comparison in JSON: it has no alternatives.`;
    draw();
  }
}

/** Another question, with nothing left of the one before. */
function begin(question: ComparisonRequest, chosenCase: string | undefined): void {
  state.unread.clear();
  Object.assign(state, {chosenCase, applied: undefined, fileProblem: undefined, questionProblem: undefined});
  become({question});
}

async function drop(file: File): Promise<void> {
  state.sending?.cancel();
  const progress = (part: number): void => {
    if (state.sending === sending) {
      sending.part = part;
      draw();
    }
  };
  const upload = profile(file, trainedOfferings(state.scenario!), state.scenario!.question.asOf, progress);
  const sending: Sending = {name: file.name, part: 0, cancel: upload.cancel};
  Object.assign(state, {sending, fileProblem: undefined});
  draw();
  try {
    const counted = await upload.done;
    if (counted.examples) {
      become(withDataset(state.scenario!, counted));
    } else {
      state.fileProblem = `None of the ${counted.lines} lines is an example that can be used. ${counted.findings
        .map(one => `${one.message} (line ${one.firstLines[0]})`)
        .join(' ')}`;
    }
  } catch (failure) {
    if (failure instanceof Problem) {
      state.fileProblem = words(failure);
    }
  }
  // Another file may be on its way by now.
  if (state.sending === sending) {
    state.sending = undefined;
  }
  draw();
}

function show(alternative: string): void {
  become({...state.scenario!, shown: alternative});
}

function compare(which: 'baseline' | 'tuned', alternative: string): void {
  become({...state.scenario!, [which]: alternative});
}

function apply(lever: Parameters<Answered['apply']>[0]): void {
  const {plan, comparison, scenario} = state;
  state.applied = {
    text: lever.text,
    alternative: plan!.id,
    before: scenario!,
    total: comparison!.ranked.find(one => one.id === plan!.id)?.total.expected,
  };
  become(withLever({...scenario!, shown: plan!.id}, plan!.id, lever));
}

function undo(): void {
  const before = state.applied!.before;
  state.applied = undefined;
  become(before);
}

function toggleLine(key: string): void {
  if (!state.openLines.delete(key)) {
    state.openLines.add(key);
  }
  draw();
}

async function save(format: string): Promise<void> {
  try {
    const file = await download(`/v1/quotations?format=${format}`, quotation(state.scenario!, state.plan!.id));
    state.documentProblem = undefined;
    keep(file.content, file.name.includes('.') ? file.name : `${file.name}.${format}`);
  } catch (failure) {
    if (!(failure instanceof Problem)) {
      throw failure;
    }
    state.documentProblem = words(failure);
  }
  draw();
}

function saveScenario(): void {
  keep(new Blob([JSON.stringify(state.scenario!.question, null, 2) + '\n'], {type: 'application/json'}), 'comparison.json');
}

function keep(content: Blob, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

async function copyLink(): Promise<void> {
  await link(state.scenario!);
  await navigator.clipboard.writeText(location.href);
  state.copied = true;
  draw();
}

async function start(): Promise<void> {
  const shared = await fromFragment(location.hash);
  if (shared) {
    become(shared);
  } else {
    await open(CASES[0].file);
  }
  const list = await ask<{offerings: OfferingSummary[]}>('/v1/catalog/offerings');
  state.offerings = list.offerings;
  draw();
}

window.addEventListener('hashchange', async () => {
  const shared = await fromFragment(location.hash);
  if (shared) {
    become(shared);
  }
});
window.addEventListener('unhandledrejection', event => {
  state.problem = new Problem('The page failed', String(event.reason));
  draw();
});
// Without this the fragment, which is the scenario, would be lost.
document.querySelector<HTMLAnchorElement>('.skip')!.addEventListener('click', event => {
  event.preventDefault();
  document.getElementById('answer')!.focus();
});
new ResizeObserver(draw).observe(document.getElementById('answer')!);
void start();
