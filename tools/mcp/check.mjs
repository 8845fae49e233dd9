// Asks a running service as an assistant would: node check.mjs http://localhost:8080
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const MOST_TOOLS = 5;
const MOST_LISTED_BYTES = 9_216;
const MOST_ANSWER_BYTES = 2_000;
const MOST_RESULT_BYTES = 4_000;

const service = process.argv[2];
assert(service, 'usage: npm run check -- <address of the service>');

const bytes = (value) => Buffer.byteLength(JSON.stringify(value));
const dataset = {
  examples: 5000,
  textTokensPerExample: 600,
  imagesPerExample: 1,
  imageWidth: 1275,
  imageHeight: 1650,
  imageDetail: 'high',
};
const day = '2026-11-23';
const azure = 'azure/gpt-4o-2024-08-06';

const client = new Client({ name: 'epochwise-check', version: '1' });
await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', service)));
assert.equal(client.getServerVersion().name, 'epochwise');

async function rest(path, question) {
  const answer = await fetch(new URL(path, service), {
    method: question ? 'POST' : 'GET',
    headers: { 'Content-Type': 'application/json' },
    body: question && JSON.stringify(question),
  });
  assert.equal(answer.status, 200, path);
  return answer.json();
}

/** A tool's answer; the client itself holds it against the tool's output schema. */
async function ask(name, args) {
  const result = await client.callTool({ name, arguments: args });
  assert(!result.isError, `${name}: ${result.content[0]?.text}`);
  const answer = result.structuredContent;
  assert.deepEqual(JSON.parse(result.content[0].text), answer, `${name}: the text is the structured answer`);
  assert.equal(Object.keys(answer)[0], 'answer', `${name}: a sentence first`);
  assert(Buffer.byteLength(result.content[0].text) < MOST_ANSWER_BYTES, `${name}: the answer is too large`);
  assert(bytes(result) < MOST_RESULT_BYTES, `${name}: the result is too large`);
  console.log(`${name}: ${Buffer.byteLength(result.content[0].text)} bytes, ${bytes(result)} in all. ${answer.answer}`);
  return answer;
}

async function refused(name, args, words) {
  const result = await client.callTool({ name, arguments: args });
  assert(result.isError, `${name} must refuse ${JSON.stringify(args)}`);
  assert(result.content[0].text.includes(words), `${name}: "${result.content[0].text}" must say "${words}"`);
}

const { tools } = await client.listTools();
assert(tools.length > 0 && tools.length <= MOST_TOOLS, `${tools.length} tools`);
assert(bytes({ tools }) <= MOST_LISTED_BYTES, `the list has ${bytes({ tools })} bytes`);
console.log(`${tools.length} tools, listed in ${bytes({ tools })} bytes`);
for (const tool of tools) {
  assert.equal(tool.inputSchema.additionalProperties, false, tool.name);
  assert(tool.annotations.readOnlyHint, tool.name);
  await refused(tool.name, { nonsense: 1 }, 'nonsense: unknown field');
}

const budget = await ask('training_budget', { ...dataset, offerings: [azure], asOf: day });
const estimate = await rest('/v1/estimates/training', { offering: azure, dataset, asOf: day });
assert.deepEqual(budget.offerings[0].total, estimate.total);
assert((await ask('training_budget', { ...dataset, asOf: day })).offerings.length > 1);
await refused('training_budget', { ...dataset, offerings: ['azure/gpt-4o-2024'] }, azure);
await refused('training_budget', { ...dataset, examples: 0 }, 'examples: must be');

const comparison = await ask('compare_alternatives', {
  prompt: ['openai/gpt-6-luna'],
  fineTune: [azure, 'openai/gpt-4o-2024-08-06'],
  requestsPerMonth: 60000,
  staticPromptTokens: 1200,
  variablePromptTokens: 80,
  outputTokens: 250,
  ...dataset,
  imagesPerRequest: 1,
  hasFineTuned: false,
  asOf: day,
});
assert.equal(comparison.ruledOut[0].id, 'fine-tune openai/gpt-4o-2024-08-06');
assert.deepEqual(comparison.ranked.find((one) => one.id === `fine-tune ${azure}`).upFront, estimate.total);
await refused('compare_alternatives', { prompt: ['gpt'], requestsPerMonth: 1, variablePromptTokens: 1, outputTokens: 1 }, 'prompt[0]: no such offering');

const tunable = await ask('can_fine_tune', { offering: 'openai/gpt-4o-2024-08-06', hasFineTuned: false, zeroDataRetention: true, asOf: day });
assert.equal(tunable.availability, 'closed');
assert.equal(tunable.requirements[0].verdict, 'fail');
await refused('can_fine_tune', {}, 'offering: must be given');

const images = await ask('image_tokens', { offerings: ['openai/gpt-4o-2024-08-06'], width: 1275, height: 1650, count: 2, asOf: day });
const counted = await rest('/v1/tokens/images', { offering: 'openai/gpt-4o-2024-08-06', asOf: day, images: Array(2).fill({ width: 1275, height: 1650 }) });
assert.deepEqual(images.offerings[0].tokens, counted.total);
await refused('image_tokens', { offerings: [azure], width: 0, height: 1 }, 'width: must be');

const price = await ask('explain_number', { offering: azure, meter: 'training', asOf: day });
const facts = await rest(`/v1/catalog/offerings/${azure}?asOf=${day}`);
const listed = facts.pricesInForce.find((one) => one.meter === 'training' && one.tiers.includes('global'));
assert.equal(price.prices[0].amount, listed.amount);
assert.equal(price.prices[0].source, listed.source);
const lines = await ask('explain_number', { offering: azure, ...dataset, asOf: day });
assert.deepEqual(lines.total, estimate.total);
assert.equal(lines.lines[0].formula, estimate.lines[0].formula);
await refused('explain_number', { offering: azure, meter: 'trainings' }, 'meter: must be one of');

await client.close();
console.log('all is as it should be');
