import {html, nothing, type TemplateResult} from 'lit-html';
import {histogram} from './charts';
import {count, price, range} from './format';
import {dataset, isProfile, offerings, type Availability, type DatasetProfile, type Estimate, type Finding} from './scenario';
import {availability, fieldWords, sourced, words, type Answered} from './shown';

/** What the answer rests on: lines with their formulas and sources, the file, verdicts and events. */

export function lines(page: Answered): TemplateResult | typeof nothing {
  const {plan} = page;
  if (!plan) {
    return nothing;
  }
  return html`<section class="panel" aria-labelledby="lines">
    <h3 id="lines">Line by line: ${plan.id}</h3>
    ${lineTable(page, 'Training', plan.training)} ${lineTable(page, 'Calls', plan.calls)}
  </section>`;
}

function lineTable(page: Answered, name: string, estimate: Estimate | undefined): TemplateResult | typeof nothing {
  if (!estimate) {
    return nothing;
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Lines of ${name}"><table class="lines">
      <caption>${name}, ${estimate.currency}. Open an amount to see how it comes about.</caption>
      <thead><tr><th scope="col">Line</th><th scope="col" class="number">Quantity</th><th scope="col" class="number">Price</th><th scope="col" class="number">Amount</th></tr></thead>
      <tbody>
        ${estimate.lines.map((one, i) => {
          const key = `${name}-${i}`;
          const open = page.openLines.has(key);
          return html`<tr>
              <th scope="row">${one.description}</th>
              <td class="number">${one.quantity === undefined ? '–' : html`${count(one.quantity)} <span class="unit">${one.unit}</span>`}</td>
              <td class="number">${one.unitPrice === undefined ? 'not known' : html`${price(one.unitPrice)}${one.per && one.per !== '1' ? html` <span class="unit">per ${count(one.per)}</span>` : nothing}`}</td>
              <td class="number"><button type="button" class="link" aria-expanded=${open ? 'true' : 'false'} aria-controls="line-${key}"
                @click=${() => page.toggleLine(key)}>${one.amount ? range(one.amount) : 'unpriced'}</button></td>
            </tr>
            <tr id="line-${key}" class="how ${open ? 'open' : ''}" ?hidden=${!open}><td colspan="4">
              <dl><dt>Formula</dt><dd>${one.formula}</dd>
                ${one.source ? html`<dt>Source</dt><dd>${sourced(one.source)}</dd>` : nothing}
                ${one.priceAsOf ? html`<dt>As of</dt><dd>${one.priceAsOf}</dd>` : nothing}
                ${one.grade ? html`<dt>Grade</dt><dd>${words(one.grade)}</dd>` : nothing}</dl></td></tr>`;
        })}
      </tbody>
      <tfoot><tr><th scope="row" colspan="3">Total</th><td class="number">${estimate.total ? range(estimate.total) : 'not known: a line is unpriced'}</td></tr></tfoot>
    </table></div>
    ${estimate.assumptions.length
      ? html`<details><summary>${name}: what is assumed</summary><ul>${estimate.assumptions.map(one => html`<li>${one.text}</li>`)}</ul></details>`
      : nothing}
    ${estimate.warnings.length
      ? html`<details open><summary>${name}: warnings</summary><ul>${estimate.warnings.map(one => html`<li>${one.text}</li>`)}</ul></details>`
      : nothing}`;
}

export function profile(page: Answered): TemplateResult | typeof nothing {
  const trained = dataset(page.scenario);
  if (!isProfile(trained)) {
    return nothing;
  }
  const sizes = trained.images.sizes ?? [];
  return html`<section class="panel" aria-labelledby="profile">
    <h3 id="profile">Your file</h3>
    <p>${count(trained.lines)} lines, ${count(trained.examples)} examples${
      trained.invalidExamples ? html`, <strong>${count(trained.invalidExamples)} lines are no usable example</strong>` : nothing
    }; ${count(trained.images.count)} images.</p>
    <h4>Tokens of an example</h4>
    ${histogram(page.width, 'How many examples have how many tokens', trained.offerings[0] ? `tokens of text, images and overhead, by ${trained.offerings[0].offering}` : 'tokens of text', trained.tokensPerExample.histogram ?? [], trained.tokensPerExample.step ?? 1)}
    ${sizes.length
      ? html`<h4>Image sizes</h4>
        ${histogram(page.width, 'How many images have which longest side', 'longest side, pixels', sizes.map(size => ({from: Math.max(size.width, size.height), count: size.count})), trained.images.sizeStep ?? 1)}
        ${sizeTable(trained)}`
      : nothing}
    ${findings('In the file', trained.findings)}
    ${trained.offerings.map(
      one => html`<h4>${one.offering}</h4>
        <p>${one.tokensPerEpoch ? html`${count(one.tokensPerEpoch.expected)} tokens an epoch (${count(one.tokensPerEpoch.low)} to ${count(one.tokensPerEpoch.high)}): ` : nothing}${
          one.textTokens === undefined ? nothing : html`${count(one.textTokens)} of text, `
        }${one.imageTokens === undefined ? nothing : html`${count(one.imageTokens)} of images, `}${one.overheadTokens === undefined ? nothing : html`${count(one.overheadTokens)} of overhead.`}</p>
        ${findings('What its limits say', one.findings)}`,
    )}
  </section>`;
}

function sizeTable(trained: DatasetProfile): TemplateResult {
  const most = [...(trained.images.sizes ?? [])].sort((a, b) => b.count - a.count).slice(0, 12);
  return html`<details><summary>The most frequent sizes</summary><table>
    <caption class="hidden">The most frequent image sizes</caption>
    <thead><tr><th scope="col">Size</th><th scope="col">Detail</th><th scope="col" class="number">Images</th></tr></thead>
    <tbody>${most.map(size => html`<tr><th scope="row">${size.width} × ${size.height}</th><td>${size.detail}</td><td class="number">${count(size.count)}</td></tr>`)}</tbody>
  </table></details>`;
}

function findings(title: string, list: Finding[]): TemplateResult | typeof nothing {
  if (!list.length) {
    return nothing;
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}><table>
    <caption>${title}</caption>
    <thead><tr><th scope="col">Finding</th><th scope="col">Lines</th><th scope="col" class="number">How often</th></tr></thead>
    <tbody>${list.map(
      one => html`<tr><td><span class="severity ${one.severity}">${one.severity}</span> ${one.message}${one.limit ? html` <span class="unit">Limit: ${one.limit}</span>` : nothing}
          <span class="sub"><code>${one.code}</code> ${sourced(one.source)}</span></td>
        <td>${one.firstLines.join(', ')}${one.count > one.firstLines.length ? ' …' : ''}</td><td class="number">${count(one.count)}</td></tr>`,
    )}</tbody></table></div>`;
}

const CAN_DO = [
  {key: 'training', text: 'create a training job'},
  {key: 'tunedInference', text: 'call a tuned model'},
  {key: 'baseInference', text: 'call the base model'},
] as const;

/** A verdict with its reasons, and what remains in its place. */
function why(one: Availability): TemplateResult {
  return one.reasons.length || one.alternatives.length
    ? html`<details><summary>${availability(one)}</summary>
        ${one.reasons.map(reason => html`<p>${reason.text} <span class="sub">${sourced(reason.source)}</span></p>`)}
        ${one.alternatives.length
          ? html`<p>What remains: ${one.alternatives
              .map(other => other.offering + (other.until ? ` (until ${other.until})` : ''))
              .join(', ')}.</p>`
          : nothing}</details>`
    : availability(one);
}

export function matrix(page: Answered): TemplateResult | typeof nothing {
  const answered = page.diligence;
  if (!answered) {
    return nothing;
  }
  const asked = answered.offerings[0]?.results.map(result => result.requirement) ?? [];
  return html`<section class="panel" aria-labelledby="matrix">
    <h3 id="matrix">Where you may</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="Due diligence"><table class="matrix">
      <caption>What can be done, and which requirements are met; what is not known never passes. Open a verdict to see why.</caption>
      <thead><tr><th scope="col">Requirement</th>${answered.offerings.map(one => html`<th scope="col">${one.offering}</th>`)}</tr></thead>
      <tbody>
        ${CAN_DO.map(
          ({key, text}) => html`<tr><th scope="row">${text}</th>${answered.offerings.map(
            one => html`<td>${why(one.availability[key])}</td>`,
          )}</tr>`,
        )}
        ${asked.map(
          (requirement, i) => html`<tr><th scope="row">${fieldWords(requirement)}</th>
            ${answered.offerings.map(one => {
              const result = one.results[i];
              return html`<td><details><summary><span class="verdict ${result.verdict}">${result.verdict}</span></summary>
                <p>${result.text}</p><p class="sub">${sourced(result.source)}${result.asOf ? `, as of ${result.asOf}` : ''}${result.grade ? `, ${words(result.grade)}` : ''}</p></details></td>`;
            })}</tr>`,
        )}
      </tbody></table></div>
  </section>`;
}

export function calendar(page: Answered, day: string): TemplateResult {
  const events = offerings(page.scenario)
    .flatMap(offering => (page.facts.get(offering)?.lifeCycle ?? []).map(event => ({offering, event})))
    .filter(one => one.event.on >= day)
    .sort((a, b) => a.event.on.localeCompare(b.event.on));
  return html`<section class="panel" aria-labelledby="calendar">
    <h3 id="calendar">What is ahead</h3>
    ${events.length
      ? html`<div class="scroll" tabindex="0" role="region" aria-label="Events ahead"><table>
          <caption>Events of these models from ${day} on</caption>
          <thead><tr><th scope="col">Day</th><th scope="col">Model</th><th scope="col">Event</th><th scope="col">Then</th></tr></thead>
          <tbody>${events.map(
            ({offering, event}) => html`<tr><th scope="row"><time datetime=${event.on}>${event.on}</time>${event.noEarlierThan ? html`<span class="sub">at the earliest</span>` : nothing}</th>
              <td>${offering}</td>
              <td>${words(event.event)}${event.appliesTo === 'everyone' ? nothing : html` <span class="unit">for ${words(event.appliesTo)}</span>`}
                ${event.note ? html`<span class="sub">${event.note}</span>` : nothing}
                <details class="sub"><summary>Source</summary>${sourced(event.source)}, as of ${event.asOf}, ${words(event.grade)}</details></td>
              <td>${event.replacements.join(', ')}</td></tr>`,
          )}</tbody></table></div>`
      : html`<p>No event from ${day} on is known.</p>`}
  </section>`;
}
