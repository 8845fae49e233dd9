import {html, nothing, type TemplateResult} from 'lit-html';
import {asked} from './asked';
import {bars, cumulativeChart, monthsTable, type Series} from './charts';
import {calendar, lines, matrix, profile} from './evidence';
import {number, text as textField} from './fields';
import {amount, isExact, range, rough} from './format';
import {nameOf, pair, type Comparison, type Lever, type PromptShorteningAnswer} from './scenario';
import {availability, fieldWords, words, type Answered} from './shown';

/** What the service answers, as a planner reads it. */
export function answer(page: Answered): TemplateResult {
  const {comparison} = page;
  return html`<h2 class="hidden">Answer</h2>
    ${problem(page)} ${headline(page)} ${applied(page)}
    ${comparison
      ? html`${costs(page, comparison)} ${payback(page)} ${levers(page)} ${budget(page)} ${lines(page)} ${profile(page)} ${matrix(page)}
          ${calendar(page, comparison.asOf)} ${asked(page.scenario)} ${documents(page)}
          ${notes(comparison)}`
      : nothing}`;
}

function problem(page: Answered): TemplateResult | typeof nothing {
  if (!page.problem) {
    return nothing;
  }
  return html`<section class="panel problem" role="alert">
    <h3>${page.problem.title}</h3>
    <p>${page.problem.message}</p>
    <ul>${page.problem.violations.map(one => html`<li>${one.field ? html`<code>${one.field}</code> ` : nothing}${one.message}</li>`)}</ul>
    ${page.comparison ? html`<p>Below is the last answer.</p>` : nothing}
  </section>`;
}

/** The answer in words: what costs least, and whether tuning pays back. */
function headline(page: Answered): TemplateResult {
  const {baseline, tuned} = pair(page.scenario, page.comparison);
  const back = page.shortening?.breakEven.text;
  return html`<section class="headline" aria-live="polite" aria-atomic="true">
    <p class="sentence">${page.comparison?.answer ?? 'One moment.'}</p>
    ${back && baseline && tuned
      ? html`<p class="sentence second"><strong>Tuning</strong> (${nameOf(tuned)} in place of ${nameOf(baseline)}): ${back}</p>`
      : nothing}
  </section>`;
}

function applied(page: Answered): TemplateResult | typeof nothing {
  const done = page.applied;
  if (!done) {
    return nothing;
  }
  const after = page.comparison?.ranked.find(one => one.id === done.alternative)?.total.expected;
  const difference = done.total !== undefined && after !== undefined ? Number(after) - Number(done.total) : undefined;
  return html`<section class="panel applied" role="status">
    <p><strong>Applied to ${done.alternative}:</strong> ${done.text}
      ${difference === undefined
        ? nothing
        : html`It was ${amount(done.total!)} and is ${amount(after!)}: <strong>${amount(Math.abs(difference))} ${difference < 0 ? 'less' : 'more'}</strong>
            (${((100 * Math.abs(difference)) / Number(done.total)).toFixed(1)} %).`}
      <button type="button" @click=${page.undo}>Undo</button></p>
  </section>`;
}

function series(comparison: Comparison, order: string[]): Series[] {
  return order.flatMap((id, index) => {
    const one = comparison.ranked.find(ranked => ranked.id === id);
    return one
      ? [
          {
            name: id,
            color: index % 8,
            cumulative: [one.upFront, ...one.months.map(month => month.cumulative)].map(bounds => ({
              low: Number(bounds.low),
              expected: Number(bounds.expected),
              high: Number(bounds.high),
            })),
            ends: one.wholeHorizon ? undefined : one.callAvailability.until,
          },
        ]
      : [];
  });
}

function costs(page: Answered, comparison: Comparison): TemplateResult {
  const order = page.scenario.question.alternatives.map(nameOf);
  const lasting = series(comparison, order);
  const {tuned} = pair(page.scenario, page.comparison);
  const back = page.shortening?.breakEven;
  const mark =
    back?.verdict === 'month' && back.month !== undefined && tuned
      ? {month: back.month, series: nameOf(tuned), text: `break-even in month ${back.month}`}
      : undefined;
  return html`<section class="panel" aria-labelledby="costs">
    <h3 id="costs">What each costs</h3>
    ${lasting.length
      ? html`${cumulativeChart(page.width, comparison.months, comparison.currency ?? '', lasting, mark)}
          <ul class="legend">${lasting.map(
            one => html`<li><span class="dot s${one.color}"></span> ${one.name}${one.ends ? html` <span class="ends">× ends on ${one.ends}</span>` : nothing}</li>`,
          )}</ul>
          ${monthsTable(lasting, comparison.currency ?? '')}`
      : nothing}
    <div class="scroll" tabindex="0" role="region" aria-label="Alternatives compared">
      <table>
        <caption>Cheapest first; what ends before the last month comes after what lasts. Amounts in ${comparison.currency}</caption>
        <thead><tr><th scope="col">Alternative</th><th scope="col" class="number">Total</th><th scope="col" class="number">low to high</th>
          <th scope="col" class="number">Paid first</th><th scope="col" class="number">1,000 requests</th><th scope="col">Can be had</th></tr></thead>
        <tbody>
          ${comparison.ranked.map(
            one => html`<tr>
              <th scope="row"><button type="button" class="link" aria-pressed=${one.id === page.plan?.id ? 'true' : 'false'} @click=${() => page.show(one.id)}>${one.id}</button>
                <span class="sub">${one.offering}</span></th>
              <td class="number">${amount(one.total.expected)}${one.wholeHorizon ? nothing : html`<span class="sub">${one.months.length} months only</span>`}</td>
              <td class="number">${isExact(one.total) ? 'exact' : html`${amount(one.total.low)} to ${amount(one.total.high)}`}</td>
              <td class="number">${amount(one.upFront.expected)}</td>
              <td class="number">${amount(one.perThousandRequests.expected)}</td>
              <td>${availability(one.availability)}${
                one.callAvailability.until && one.callAvailability.until !== one.availability.until
                  ? html`<span class="sub">calls until ${one.callAvailability.until}</span>`
                  : nothing
              }</td>
            </tr>`,
          )}
          ${comparison.ruledOut.map(
            one => html`<tr class="ruled-out"><th scope="row">${one.id}<span class="sub">${one.offering}</span></th>
              <td colspan="5"><strong>Ruled out.</strong> ${one.reasons.map(reason => reason.text).join(' ')}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${comparison.ranked.some(one => one.warnings.length)
      ? html`<details><summary>Warnings</summary><ul>${comparison.ranked.flatMap(one =>
          one.warnings.map(warning => html`<li><strong>${one.id}:</strong> ${warning.text}</li>`),
        )}</ul></details>`
      : nothing}
  </section>`;
}

function payback(page: Answered): TemplateResult | typeof nothing {
  const {baseline, tuned} = pair(page.scenario, page.comparison);
  if (!baseline || !tuned) {
    return nothing;
  }
  const answered = page.shortening;
  const all = page.scenario.question.alternatives;
  const total = Number(answered?.total?.saving.expected ?? 0);
  return html`<section class="panel" aria-labelledby="payback">
    <h3 id="payback">Does tuning pay back?</h3>
    <div class="fields wide">
      ${select('Tuned', all.filter(one => one.training).map(nameOf), nameOf(tuned), id => page.compare('tuned', id))}
      ${select('In place of', all.filter(one => !one.training).map(nameOf), nameOf(baseline), id => page.compare('baseline', id))}
    </div>
    ${page.shorteningProblem ? html`<p class="fault">${page.shorteningProblem}</p>` : nothing}
    ${answered
      ? html`<p>${answered.breakEven.text} ${uncertain(answered.breakEven)}</p>
          ${answered.causes.some(cause => Number(cause.total.expected) !== 0)
            ? html`<h4>What saves, and what costs more</h4>
              ${bars(
                page.width,
                `The saving by cause, in ${answered.currency}`,
                answered.causes
                  .filter(cause => Number(cause.total.expected) !== 0)
                  .map(cause => ({
                    name: words(cause.cause),
                    from: 0,
                    to: Number(cause.total.expected),
                    text: amount(cause.total.expected),
                  })),
                0,
                rough,
              )}
              <p class="hint">Over ${answered.horizon.counted} months, in ${answered.currency}. What is paid first, ${amount(answered.upFront.total?.expected ?? 0)}, is not in it.</p>`
            : nothing}
          ${answered.sensitivities.length
            ? html`<h4>What matters most</h4>
              ${bars(
                page.width,
                'How far the saving moves with each number that is given',
                answered.sensitivities.slice(0, 8).map(one => ({
                  name: inputName(one.input),
                  given: `${one.low} to ${one.high}`,
                  from: Number(one.savingAtLow),
                  to: Number(one.savingAtHigh),
                  text: `${amount(one.savingAtLow)} to ${amount(one.savingAtHigh)}`,
                })),
                total,
                rough,
              )}
              <p class="hint">The saving after what is paid first, ${amount(total)}, if one number is other than given: by its own range, or a tenth.</p>`
            : nothing}
          ${answered.thresholds.length
            ? html`<h4>When it would pay back</h4><ul>${answered.thresholds.map(one => html`<li>${words(one.input)}: ${one.text}</li>`)}</ul>`
            : nothing}`
      : nothing}
  </section>`;
}

/** When it pays back at the earliest and the latest, where what is not known exactly decides that. */
function uncertain(one: PromptShorteningAnswer['breakEven']): string {
  const {earliestMonth, latestMonth} = one;
  if (earliestMonth === latestMonth) {
    return '';
  }
  return `By what is not known exactly it may be ${earliestMonth === undefined ? 'never' : `in month ${earliestMonth}`} or ${
    latestMonth === undefined ? 'not within these months' : `in month ${latestMonth}`
  }.`;
}

/** "baseline.workload.firstPassAccuracy" as "baseline: first pass accuracy". */
function inputName(path: string): string {
  const parts = path.replace('.workload', '').replace('.dataset', '').split('.');
  const last = fieldWords(parts[parts.length - 1]);
  return parts.length > 1 ? `${parts[0]}: ${last}` : last;
}

function select(label: string, names: string[], chosen: string, choose: (name: string) => void): TemplateResult {
  return html`<label class="field">${label}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${names.map(name => html`<option value=${name} .selected=${name === chosen}>${name}</option>`)}
    </select></label>`;
}

const TRADES: Record<Lever['trade'], string> = {
  nothing: 'and costs nothing else',
  time: 'but answers come later',
  accuracy: 'but may cost accuracy',
  evidence: 'but less is known of how good it is',
  terms: 'but on other terms',
};

function levers(page: Answered): TemplateResult | typeof nothing {
  const {plan} = page;
  if (!plan) {
    return page.planProblem ? html`<p class="panel fault">${page.planProblem}</p>` : nothing;
  }
  return html`<section class="panel" aria-labelledby="levers">
    <h3 id="levers">What would save most: ${plan.id}</h3>
    ${plan.levers.length
      ? html`<ul class="levers">${plan.levers.map(
          lever => html`<li>
            <span class="what">${lever.text} <span class="sub">Saves ${range(lever.saving)}, ${TRADES[lever.trade]}.
              ${lever.warnings.map(warning => warning.text).join(' ')}</span></span>
            <button type="button" @click=${() => page.apply(lever)} aria-label="Apply: ${lever.text}">Apply</button></li>`,
        )}</ul>`
      : html`<p>Nothing that is known would save anything.</p>`}
  </section>`;
}

function budget(page: Answered): TemplateResult | typeof nothing {
  const answered = page.budgetPlan;
  if (!answered) {
    return nothing;
  }
  return html`<section class="panel" aria-labelledby="budget">
    <h3 id="budget">What ${amount(answered.budget)} ${answered.currency} pay for</h3>
    <ul>
      ${answered.plans.map(
        one => html`<li><strong>${one.id}:</strong> ${one.plan.months} months, ${amount(one.left)} left.
          ${one.next ? html`${amount(one.next.missing)} more are missing for month ${one.next.plan.months}.` : nothing}
          ${one.binds.map(binding => binding.text).join(' ')}</li>`,
      )}
      ${answered.overBudget.map(one => html`<li><strong>${one.id}:</strong> not even one month; the least costs ${amount(one.cost.total.expected)}.</li>`)}
    </ul>
  </section>`;
}

const FORMATS = [
  {format: 'xlsx', text: 'Excel'},
  {format: 'csv', text: 'CSV'},
  {format: 'json', text: 'JSON'},
  {format: 'focus', text: 'FOCUS'},
  {format: 'ubl', text: 'UBL'},
  {format: 'cxml', text: 'cXML'},
  {format: 'oci', text: 'OCI'},
];

function documents(page: Answered): TemplateResult {
  return html`<section class="panel screen-only" aria-labelledby="documents">
    <h3 id="documents">Take it along</h3>
    ${page.plan
      ? html`<p>A quotation of <strong>${page.plan.id}</strong> as</p>
        <p class="buttons">${FORMATS.map(one => html`<button type="button" data-format=${one.format} @click=${() => page.save(one.format)}>${one.text}</button>`)}</p>
        ${page.documentProblem ? html`<p class="fault" role="alert">${page.documentProblem}</p>` : nothing}
        <details><summary>Who quotes to whom, and in which currency</summary><div class="fields">
          ${textField(page, 'document.number', 'Number')}
          ${textField(page, 'document.buyer.name', 'Buyer')} ${textField(page, 'document.supplier.name', 'Supplier')}
          ${textField(page, 'document.currency', 'Currency', {placeholder: page.comparison?.currency})}
          ${number(page, 'document.exchangeRate.rate', 'Rate', {hint: `For one ${page.comparison?.currency}`})}
          ${textField(page, 'document.exchangeRate.asOf', 'Rate as of', {type: 'date'})}
          ${textField(page, 'document.exchangeRate.source', 'Source of the rate')}
        </div></details>`
      : nothing}
    <p class="buttons">
      <button type="button" @click=${page.copyLink}>${page.copied ? 'Link copied' : 'Copy link'}</button>
      <button type="button" @click=${page.saveScenario}>Save the question</button>
      <button type="button" @click=${page.print}>Print</button>
    </p>
    <p class="hint">The scenario is in the link itself, after #, which browsers send nowhere. The saved question is what <code>POST /v1/comparisons</code> takes.</p>
  </section>`;
}

function notes(comparison: Comparison): TemplateResult {
  return html`<section class="panel notes" aria-labelledby="notes">
    <h3 id="notes">Before you rely on it</h3>
    <ul>${comparison.advisories.map(one => html`<li>${one.text}</li>`)}</ul>
    <p class="hint">As of ${comparison.asOf}. Catalog ${comparison.catalogVersion.slice(0, 19)}…, answer ${comparison.id.slice(0, 19)}…: the same question to the same catalog has the same answer.</p>
  </section>`;
}
