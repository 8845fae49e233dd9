import {html, nothing, type TemplateResult} from 'lit-html';
import {live} from 'lit-html/directives/live.js';
import {check, choice, number, text, yesOrNo, type Form} from './fields';
import {count} from './format';
import {
  dataset,
  isProfile,
  nameOf,
  summarized,
  wayOf,
  withAnother,
  withCopyOf,
  withDataset,
  withOffering,
  withWay,
  type Alternative,
  type OfferingFacts,
  type OfferingSummary,
  type Scenario,
  type Way,
  type WorkloadImage,
} from './scenario';

/** What the planner says: the work, the examples, the alternatives, the organization. */

export interface Sending {
  name: string;
  /** What is sent, from 0 to 1. */
  part: number;
  cancel(): void;
}

export interface Asking extends Form {
  scenario: Scenario;
  /** Whether there is room for all parts; else only the first are open. */
  roomy: boolean;
  facts: Map<string, OfferingFacts>;
  offerings: OfferingSummary[];
  sending?: Sending;
  fileProblem?: string;
  cases: {name: string; file: string}[];
  chosenCase?: string;
  open(file: string): void;
  /** Takes a question that was saved. */
  read(file: File): void;
  questionProblem?: string;
  drop(file: File): void;
  /** Makes another scenario of it. */
  take(scenario: Scenario): void;
}

const WAYS: {value: Way; text: string}[] = [
  {value: 'prompt', text: 'prompt a hosted model'},
  {value: 'fine-tune', text: 'fine-tune a hosted model'},
  {value: 'self-hosted', text: 'run an open model'},
  {value: 'self-hosted-tuned', text: 'tune and run an open model'},
];

const DETAILS = [undefined, 'low', 'high', 'auto', 'original'].map(value => ({value, text: value ?? 'usual'}));

export function form(page: Asking): TemplateResult {
  return html`<form aria-label="Scenario" @submit=${(event: Event) => event.preventDefault()}>
    ${cases(page)} ${work(page)} ${examples(page)} ${alternatives(page)} ${organization(page)} ${requirements(page)}
    <datalist id="offerings">${page.offerings.map(one => html`<option value=${one.id}>${one.name}</option>`)}</datalist>
  </form>`;
}

/** A part of the form that folds away where there is little room. */
function folding(page: Asking, title: string, content: unknown): TemplateResult {
  return html`<details class="panel folding" ?open=${page.roomy}>
    <summary><h2>${title}</h2></summary>
    ${content}
  </details>`;
}

/** Hands over the file that was chosen; the same one can be chosen again. */
function chosen(event: Event, take: (file: File) => void): void {
  const input = event.target as HTMLInputElement;
  if (input.files?.[0]) {
    take(input.files[0]);
  }
  input.value = '';
}

function cases(page: Asking): TemplateResult {
  return html`<section class="panel">
    <h2>Start from</h2>
    <div class="cases">
      ${page.cases.map(
        one => html`<button type="button" aria-pressed=${one.file === page.chosenCase ? 'true' : 'false'}
          @click=${() => page.open(one.file)}>${one.name}</button>`,
      )}
    </div>
    <div class="saved">
      <label for="question">Or open a question that you saved</label>
      <input id="question" type="file" accept=".json" @change=${(event: Event) => chosen(event, page.read)}>
      ${page.questionProblem ? html`<p class="fault" role="alert">${page.questionProblem}</p>` : nothing}
    </div>
  </section>`;
}

function work(page: Asking): TemplateResult {
  return html`<section class="panel">
    <h2>The work</h2>
    <div class="fields">
      ${number(page, 'workload.requestsPerMonth', 'Requests a month', {hint: 'What you are not sure of: low / expected / high'})}
      ${number(page, 'workload.monthlyGrowth', 'Monthly growth', {hint: '0.05 is 5 % more each month', placeholder: '0'})}
      ${number(page, 'months', 'Months looked at')}
      ${text(page, 'asOf', 'As of', {type: 'date', hint: 'The day whose prices, rules and dates apply; today if empty'})}
      ${number(page, 'budget', 'Budget', {hint: 'If there is one: how long does it last?'})}
    </div>
    <details>
      <summary>A request, as the base model is asked</summary>
      <div class="fields">${prompt(page, 'workload')}</div>
    </details>
  </section>`;
}

/** The prompt, images and answers of one workload. */
function prompt(page: Asking, path: string): unknown {
  const shown = page.value(`${path}.fewShotExamples.images`) as WorkloadImage[] | undefined;
  const images = (page.value(`${path}.images`) as WorkloadImage[] | undefined) ?? [];
  return html`${number(page, `${path}.staticPromptTokens`, 'Static prompt', {unit: 'tokens'})}
    ${number(page, `${path}.fewShotExamples.count`, 'Examples in the prompt', {placeholder: '0'})}
    ${number(page, `${path}.fewShotExamples.tokensEach`, 'Text of an example', {unit: 'tokens'})}
    <label class="check"><input type="checkbox" .checked=${live((shown ?? []).length > 0)}
      @change=${(event: Event) =>
        page.change(`${path}.fewShotExamples.images`, (event.target as HTMLInputElement).checked ? images : undefined)}>
      Each example shows its images</label>
    ${number(page, `${path}.variablePromptTokens`, 'Question', {unit: 'tokens'})}
    ${images.map((_, i) => image(page, path, i, images.length > 1))}
    <button type="button" class="quiet" @click=${() => page.change(`${path}.images`, [...images, {width: 1024, height: 1024}])}>Add an image</button>
    ${number(page, `${path}.outputTokens`, 'Answer', {unit: 'tokens'})}
    ${number(page, `${path}.firstPassAccuracy`, 'First-pass accuracy', {hint: 'The part of answers that can be used, 0 to 1', placeholder: '1'})}
    ${number(page, `${path}.maxAttempts`, 'Attempts at most', {placeholder: '1'})}
    ${number(page, `${path}.cacheHitRate`, 'Cache hit rate', {hint: 'Of calls whose prefix is cached input', placeholder: '0'})}
    ${number(page, `${path}.batchShare`, 'In batches', {hint: 'The part of calls that can wait for a day', placeholder: '0'})}`;
}

function image(page: Asking, path: string, index: number, several: boolean): TemplateResult {
  const at = `${path}.images[${index}]`;
  const all = page.value(`${path}.images`) as WorkloadImage[];
  return html`<fieldset class="inline">
    <legend>Image ${several ? index + 1 : ''}</legend>
    ${number(page, `${at}.width`, 'Width', {unit: 'px'})} ${number(page, `${at}.height`, 'Height', {unit: 'px'})}
    ${choice(page, `${at}.detail`, 'Detail', DETAILS)} ${number(page, `${at}.count`, 'How many', {placeholder: '1'})}
    <button type="button" class="quiet" @click=${() => page.change(`${path}.images`, all.filter((_, i) => i !== index))}>Remove this image</button>
  </fieldset>`;
}

function examples(page: Asking): TemplateResult | typeof nothing {
  const trained = dataset(page.scenario);
  if (!trained) {
    return nothing;
  }
  return folding(page, 'Training examples', html`<div class="drop" @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) {
          page.drop(file);
        }
      }}>
      <label for="file">Drop a JSONL file here, or choose one</label>
      <input id="file" type="file" accept=".jsonl,.ndjson,.json,.gz,.zst" aria-describedby="file-hint"
        @change=${(event: Event) => chosen(event, page.drop)}>
      <p class="hint" id="file-hint">It is read and counted by this service, and nothing of it is kept: only counts come back.</p>
      ${page.sending
        ? html`<div class="sending"><progress max="1" .value=${page.sending.part} aria-label="Sent of ${page.sending.name}"></progress>
            <span>${page.sending.part < 1 ? `${Math.floor(page.sending.part * 100)} % of ${page.sending.name}` : `Counting ${page.sending.name}`}</span>
            <button type="button" @click=${page.sending.cancel}>Cancel</button></div>`
        : nothing}
      ${page.fileProblem ? html`<p class="fault" role="alert">${page.fileProblem}</p>` : nothing}
    </div>
    ${isProfile(trained)
      ? html`<p><strong>${count(trained.examples)} examples</strong> with ${count(trained.images.count)} images are counted from a file.</p>
          <button type="button" class="quiet" @click=${() =>
            page.take(withDataset(page.scenario, summarized(trained)))}>Type numbers in its place</button>`
      : html`<div class="fields">
          ${number(page, 'dataset.examples', 'Examples')}
          ${number(page, 'dataset.textTokensPerExample', 'Text of an example', {unit: 'tokens'})}
          ${number(page, 'dataset.imagesPerExample', 'Images of an example', {placeholder: '0'})}
          ${number(page, 'dataset.imageWidth', 'Width', {unit: 'px'})}
          ${number(page, 'dataset.imageHeight', 'Height', {unit: 'px'})}
          ${choice(page, 'dataset.imageDetail', 'Detail', DETAILS)}
        </div>`}`);
}

function alternatives(page: Asking): TemplateResult {
  const all = page.scenario.question.alternatives;
  return folding(page, 'Alternatives', html`${all.map(
      (one, i) => html`<details class="alternative">
        <summary><span class="dot s${i % 8}"></span> ${nameOf(one)}</summary>
        <div class="fields">${alternative(page, one, i)}</div>
        <p class="buttons">
          <button type="button" class="quiet" @click=${() => page.take(withCopyOf(page.scenario, i))}>Add one like it</button>
          ${all.length > 1 ? html`<button type="button" class="quiet" @click=${() => page.change('alternatives', all.filter((_, other) => other !== i))}>Remove it</button>` : nothing}
        </p>
      </details>`,
    )}
    <button type="button" class="quiet" @click=${() => page.take(withAnother(page.scenario, page.offerings))}>Add an alternative</button>`);
}

function alternative(page: Asking, one: Alternative, index: number): unknown {
  const at = `alternatives[${index}]`;
  const facts = page.facts.get(one.offering ?? '');
  const named = (list: string[] | undefined): {value: unknown; text: string}[] => [
    {value: undefined, text: 'usual'},
    ...(list ?? []).map(value => ({value, text: value})),
  ];
  return html`${text(page, `${at}.id`, 'Name', {row: true})}
    ${text(page, `${at}.offering`, 'Model', {
      row: true,
      list: 'offerings',
      hint: 'Provider and model, as in the catalog',
      change: value => page.take(withOffering(page.scenario, index, String(value ?? ''))),
    })}
    ${choice(page, `${at}.kind`, 'Way', WAYS, {
      row: true,
      value: wayOf(one),
      change: way => page.take(withWay(page.scenario, index, way as Way)),
    })}
    ${(facts?.tiers.length ?? 0) > 1 ? choice(page, `${at}.tier`, 'Price class of calls', named(facts?.tiers)) : nothing}
    ${one.training ? training(page, at, facts, named) : nothing}
    ${one.kind === 'self-hosted'
      ? html`${text(page, `${at}.serving.variant`, 'GPU that answers', {placeholder: 'usual'})} ${number(page, `${at}.serving.units`, 'GPUs', {placeholder: '1'})}`
      : nothing}
    ${one.workload
      ? html`<fieldset><legend>Its own prompt</legend><div class="fields">${prompt(page, `${at}.workload`)}</div>
          <button type="button" class="quiet" @click=${() => page.change(`${at}.workload`, undefined)}>Ask it as the base model is asked</button></fieldset>`
      : html`<button type="button" class="quiet" @click=${() => page.change(`${at}.workload`, page.value('workload'))}>Give it a prompt of its own</button>`}`;
}

function training(
  page: Asking,
  at: string,
  facts: OfferingFacts | undefined,
  named: (list: string[] | undefined) => {value: unknown; text: string}[],
): unknown {
  return html`<fieldset><legend>Training</legend><div class="fields">
    ${number(page, `${at}.training.epochs`, 'Epochs', {placeholder: 'usual'})}
    ${(facts?.tiers.length ?? 0) > 1 ? choice(page, `${at}.training.tier`, 'Price class', named(facts?.tiers)) : nothing}
    ${(facts?.fineTuning?.adapters.length ?? 0) > 1
      ? choice(page, `${at}.training.adapter`, 'Adapter', named(facts?.fineTuning?.adapters))
      : nothing}
    ${number(page, `${at}.training.preparationPerExample`, 'Preparing one example', {hint: 'Collecting and labeling, in money', placeholder: '0'})}
    ${number(page, `${at}.training.evaluationCost`, 'Evaluation', {hint: 'Measuring base and tuned model once, in money', placeholder: '0'})}
    ${number(page, `${at}.training.extraUpFront`, 'Else paid once', {placeholder: '0'})}
  </div></fieldset>`;
}

function organization(page: Asking): TemplateResult {
  return folding(page, 'Your organization', html`<div class="fields">
      ${yesOrNo(page, 'organization.hasFineTuned', 'Has fine-tuned at the provider')}
      ${yesOrNo(page, 'organization.recentTunedInference', 'Called a tuned model lately', {hint: 'At OpenAI: in the last 60 days'})}
      ${yesOrNo(page, 'organization.azureCustomer', 'Is an Azure OpenAI customer')}
      ${yesOrNo(page, 'organization.existingCustomer', 'Already uses the model')}
    </div>`);
}

function requirements(page: Asking): TemplateResult {
  return folding(page, 'What you require', html`<div class="checks">
      ${check(page, 'requirements.noTrainingOnData', 'Provider does not train on our data')}
      ${check(page, 'requirements.zeroDataRetention', 'Provider keeps nothing')}
      ${check(page, 'requirements.regions', 'Data stay in the EU', ['EU'])}
      ${check(page, 'requirements.customerManagedKeys', 'Our own keys')}
      ${check(page, 'requirements.peopleInImages', 'Images show people')}
      ${check(page, 'requirements.imageUrls', 'Images by URL')}
      ${check(page, 'requirements.visionFineTuning', 'Can be tuned on images')}
    </div>
    <div class="fields">${number(page, 'requirements.maxRetentionDays', 'Kept at most', {unit: 'days'})}</div>`);
}
