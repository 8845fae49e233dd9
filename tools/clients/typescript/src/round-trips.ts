import {deepStrictEqual, ok} from 'node:assert/strict';
import {openAsBlob, readFileSync} from 'node:fs';
import createClient from 'openapi-fetch';
import {answers, questions} from '../target/generated/cases.js';
import type {components, paths} from '../target/generated/epochwise.js';

/** Asks a running service by the typed client and without it, and compares. The first argument is the service, the second the samples. */
const [service, samples] = process.argv.slice(2);
const client = createClient<paths>({baseUrl: service});

type Schemas = components['schemas'];
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What the compiler is to find in the types. */
export const decimalsAreStrings: Same<Schemas['Decimal'], string> = true;
export const decimalsAreAskedAsStringsOrNumbers: Same<Schemas['DecimalInput'], string | number> = true;
export const rangesAreDecimalsOrBounds: Same<Schemas['RangeInput'], Schemas['DecimalInput'] | Schemas['RangeBounds']> = true;
export const datasetsAreProfilesOrSummaries: Same<Schemas['Dataset'], Schemas['DatasetProfile'] | Schemas['DatasetSummary']> = true;
// @ts-expect-error a field that there is not
export const typo: Schemas['ImageTokenRequest'] = {offering: 'a/b', images: [], asof: '2026-11-23'};
// @ts-expect-error a word that there is not
export const word: Schemas['Detail'] = 'medium';

let fields = 0;
let decimals = 0;
let longest = '';

function count(value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(count);
    return;
  }
  fields++;
  if (typeof value === 'string' && /^-?[0-9]+(\.[0-9]+)?$/.test(value)) {
    decimals++;
    longest = value.length > longest.length ? value : longest;
  }
}

/** The bytes of an answer without a client, as text. */
async function bare(path: string, question?: string): Promise<string> {
  const response = await fetch(service + path, question === undefined ? {} : {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Accept: 'application/json'},
    body: question,
  });
  const text = await response.text();
  ok(response.ok, `${path} answers ${text}`);
  return text;
}

/** The answer has what the service wrote and each decimal of it stands there to the character. */
function same(what: string, answered: string, data: unknown): void {
  deepStrictEqual(data, JSON.parse(answered), what);
  count(data);
}

for (const {path, question, ask} of questions(client)) {
  const {data, error} = await ask();
  ok(data, `${path}: ${JSON.stringify(error)}`);
  same(path, await bare(path, question), data);
}

const comparison = readFileSync(`${samples}/decisions/compare-2026-11-23.json`, 'utf8');
const compared = await client.POST('/v1/comparisons', {body: JSON.parse(comparison) as Schemas['ComparisonRequest']});
ok(compared.data);
const written = await bare('/v1/comparisons', comparison);
same('a comparison', written, compared.data);
const perThousand = compared.data.ranked.map((each): string | undefined => each.perThousandRequests?.expected);
ok(perThousand.some(each => each !== undefined && each.split('.')[1]?.length >= 20), `no decimal of 20 places among ${perThousand}`);
perThousand.forEach(each => ok(each === undefined || written.includes(`"${each}"`), `${each} was not answered`));

const quotation = JSON.parse(readFileSync(`${samples}/procurement/quotation.json`, 'utf8')) as Schemas['QuotationRequest'];
const quoted = await client.POST('/v1/quotations', {body: quotation});
same('a quotation', await bare('/v1/quotations', JSON.stringify(quotation)), quoted.data);
const csv = await client.POST('/v1/quotations', {params: {query: {format: 'csv'}}, body: quotation, parseAs: 'text'});
ok(quotation.document?.number && csv.data?.includes(quotation.document.number), 'the CSV is of another quotation');

// Neither has the nearest double: one too long, the other with a zero that a number would lose.
const dataset: Schemas['DatasetSummary'] = {examples: '4800', textTokensPerExample: '511.291700000000000001'};
const estimate = await client.POST('/v1/estimates/training', {
  body: {offering: 'azure/gpt-4o-2024-08-06', dataset, epochs: 2, asOf: '2025-09-09'},
});
ok(estimate.data?.lines[0].formula?.includes('511.291700000000000001'), 'the decimal did not arrive');
const guarded = await client.POST('/v1/guardrails/evaluate', {
  body: {
    policy: {maxTotal: '123456789012.123456789012345670'},
    request: {kind: 'training', request: {offering: 'azure/gpt-4o-2024-08-06', dataset, asOf: '2025-09-09'}},
  },
});
ok(guarded.data?.policy?.maxTotal === '123456789012.123456789012345670', `maxTotal came back as ${guarded.data?.policy?.maxTotal}`);

const {error, response} = await client.POST('/v1/estimates/training', {
  body: {offering: 'azure/gpt-4o-2024-08-06', dataset: {examples: -1, textTokensPerExample: 10}, epochs: 0},
});
ok(response.status === 400 && error?.status === 400, 'zero epochs of less than no examples have an estimate');
ok(error.violations?.some(violation => violation.field === 'epochs'), `violations are ${JSON.stringify(error.violations)}`);

const upload = await client.POST('/v1/datasets/profile', {
  params: {query: {offering: ['azure/gpt-4o-2024-08-06'], asOf: '2025-09-09'}},
  headers: {'Content-Type': 'application/jsonl'},
  body: (await openAsBlob(`${samples}/invoices-and-charts.jsonl`)) as unknown as string,
  bodySerializer: file => file as unknown as Blob,
});
ok(upload.data?.lines === 16, `the sample has 16 lines, not ${upload.data?.lines}: ${JSON.stringify(upload.error)}`);
const training: Schemas['TrainingRequest'] = {offering: 'azure/gpt-4o-2024-08-06', dataset: upload.data, asOf: '2025-09-09'};
same(
  'a training of the profile',
  await bare('/v1/estimates/training', JSON.stringify(training)),
  (await client.POST('/v1/estimates/training', {body: training})).data,
);

const offerings = await client.GET('/v1/catalog/offerings', {params: {query: {vision: true}}});
ok(offerings.data);
for (const {id} of offerings.data.offerings) {
  const [provider, ...model] = id.split('/');
  const facts = await client.GET('/v1/catalog/offerings/{provider}/{model}', {params: {path: {provider, model: model.join('/')}}});
  same(id, await bare(`/v1/catalog/offerings/${id}`), facts.data);
}

console.log(`TypeScript: ${answers.length} documented answers compiled; ${fields} fields compared, ${decimals} of them decimals, the longest ${longest}`);
