// Writes the examples of an OpenAPI document as TypeScript: the compiler holds each question and answer to the types, with no field
// more, and round-trips.ts asks the questions.
import {readFileSync, writeFileSync} from 'node:fs';

const [documentFile, casesFile] = process.argv.slice(2);
const operations = Object.entries(JSON.parse(readFileSync(documentFile, 'utf8')).paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({path, method, operation})));

const examples = content =>
  content === undefined ? []
    : content.example !== undefined ? [content.example]
      : Object.values(content.examples ?? {}).map(example => example.value);

const json = value => JSON.stringify(value, null, 1);
const typeOf = schema => schema.$ref
  ? `components['schemas']['${schema.$ref.split('/').at(-1)}']`
  : `${typeOf(schema.items)}[]`;

const questions = operations
  .filter(({method}) => method === 'post')
  .flatMap(({path, operation}) => examples(operation.requestBody?.content['application/json'])
    .map(question => `  {path: '${path}', ask: () => client.POST('${path}', {body: ${json(question)}}), question: ${JSON.stringify(json(question))}},`));

const answers = operations.flatMap(({operation}) => {
  const content = operation.responses['200']?.content?.['application/json'];
  return examples(content).map(answer => `  ${json(answer)} satisfies ${typeOf(content.schema)},`);
});

if (questions.length === 0 || answers.length === 0) {
  throw new Error(`${documentFile} has no examples`);
}
writeFileSync(casesFile, `import type {Client} from 'openapi-fetch';
import type {components, paths} from './epochwise.js';

export const questions = (client: Client<paths>) => [
${questions.join('\n')}
];

export const answers = [
${answers.join('\n')}
];
`);
