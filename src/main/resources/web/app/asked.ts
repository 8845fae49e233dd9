import {html, nothing, type TemplateResult} from 'lit-html';
import {count, typed, type Typed} from './format';
import {dataset, isProfile, nameOf, type Alternative, type Dataset, type Scenario, type Workload} from './scenario';
import {fieldWords, words} from './shown';

const tokens = (value: Typed, what: string): string => (value === undefined ? '' : `${typed(value)} tokens of ${what}`);

/** What was asked, in words: for print, where the form is not. */
export function asked(scenario: Scenario): TemplateResult {
  const {question, budget} = scenario;
  const {workload, months, alternatives, organization, requirements} = question;
  return html`<section class="panel print-only">
    <h3>What was asked</h3>
    <dl>
      ${workload
        ? html`<dt>Requests</dt><dd>${typed(workload.requestsPerMonth as Typed)} a month${
              workload.monthlyGrowth === undefined ? nothing : html`, growing by ${typed(workload.monthlyGrowth as Typed)} a month`
            }, for ${months} months</dd>
            <dt>A request</dt><dd>${request(workload)}</dd>`
        : nothing}
      ${examples(dataset(scenario))}
      ${alternatives.map(one => html`<dt>${nameOf(one)}</dt><dd>${alternative(one)}</dd>`)}
      ${said('Organization', organization)} ${said('Required', requirements)}
      ${budget ? html`<dt>Budget</dt><dd>${budget}</dd>` : nothing}
    </dl>
  </section>`;
}

function request(workload: Workload): string {
  const {fewShotExamples: shown, images} = workload;
  const parts = [
    tokens(workload.staticPromptTokens as Typed, 'static prompt'),
    shown?.count
      ? `${typed(shown.count as Typed)} examples of ${typed(shown.tokensEach as Typed)} tokens${shown.images?.length ? ' with their images' : ''}`
      : '',
    tokens(workload.variablePromptTokens as Typed, 'question'),
    ...(images ?? []).map(
      one => `${typed((one.count ?? 1) as Typed)} image of ${typed(one.width as Typed)} x ${typed(one.height as Typed)} pixels${one.detail ? `, detail ${one.detail}` : ''}`,
    ),
    tokens(workload.outputTokens as Typed, 'answer'),
    rate(workload.firstPassAccuracy as Typed, 'first-pass accuracy'),
    rate(workload.maxAttempts as Typed, 'attempts at most'),
    rate(workload.cacheHitRate as Typed, 'cache hit rate'),
    rate(workload.batchShare as Typed, 'in batches'),
  ];
  return parts.filter(Boolean).join('; ');
}

const rate = (value: Typed, what: string): string => (value === undefined ? '' : `${what} ${typed(value)}`);

function examples(trained: Dataset | undefined): TemplateResult | typeof nothing {
  if (!trained) {
    return nothing;
  }
  return html`<dt>Training examples</dt><dd>${
    isProfile(trained)
      ? `${count(trained.examples)}, counted from a file, with ${count(trained.images.count)} images`
      : `${typed(trained.examples as Typed)} of ${typed(trained.textTokensPerExample as Typed)} tokens of text${
          trained.imagesPerExample === undefined
            ? ''
            : ` and ${typed(trained.imagesPerExample as Typed)} images of ${typed(trained.imageWidth as Typed)} x ${typed(trained.imageHeight as Typed)} pixels`
        }`
  }</dd>`;
}

function alternative(one: Alternative): string {
  const {training} = one;
  return [
    `${words(one.kind ?? '')}: ${one.offering}`,
    one.tier ? `price class ${one.tier}` : '',
    training ? `trained ${training.epochs === undefined ? 'for the usual epochs' : `for ${training.epochs} epochs`}` : '',
    rate(training?.preparationPerExample as Typed, 'preparing an example'),
    rate(training?.evaluationCost as Typed, 'evaluation'),
    rate(training?.extraUpFront as Typed, 'else paid once'),
    one.workload ? `asked with ${request(one.workload)}` : 'asked as above',
  ]
    .filter(Boolean)
    .join('; ');
}

/** Yes, no and values of what is said; what is not said is left out. */
function said(name: string, parts: object | undefined): TemplateResult | typeof nothing {
  const list = Object.entries(parts ?? {}).map(([key, value]) => {
    const what = fieldWords(key);
    return value === true ? what : value === false ? `${what}: no` : `${what} ${String(value)}`;
  });
  return list.length ? html`<dt>${name}</dt><dd>${list.join('; ')}</dd>` : nothing;
}
