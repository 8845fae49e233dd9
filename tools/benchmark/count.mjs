// Counts the tokens of each <encoding>.<text>.txt in a folder and prints: library, encoding, text, tokens, seconds.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { get_encoding } from "tiktoken";

const WARM_UP_SECONDS = 1;
const TIMES = 3;
const require = createRequire(import.meta.url);
const version = (library) => require(`./node_modules/${library}/package.json`).version;

const libraries = [
  {
    name: `tiktoken ${version("tiktoken")} (WASM, Node)`,
    counter: (encoding) => {
      const tokenizer = get_encoding(encoding);
      return async (text) => tokenizer.encode_ordinary(text).length;
    },
  },
];

// The package of one platform is asked for by name, since the one that would choose names some that not every registry has.
const NATIVE = "@anysphere/tiktoken-node-linux-x64-gnu";
if (existsSync(new URL(`node_modules/${NATIVE}`, import.meta.url))) {
  const { getTokenizer, SupportedEncoding } = require(NATIVE);
  const encodings = { o200k_base: SupportedEncoding.O200k, cl100k_base: SupportedEncoding.Cl100k };
  libraries.unshift({
    name: `@anysphere/tiktoken-node ${version(NATIVE)} (native, Node)`,
    counter: (encoding) => (text) => getTokenizer().exactNumTokensNoSpecialTokens(text, encodings[encoding]),
  });
}

async function timed(count, text) {
  const begin = process.hrtime.bigint();
  const tokens = await count(text);
  return { tokens, seconds: Number(process.hrtime.bigint() - begin) / 1e9 };
}

const folder = process.argv[2];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt")).sort()) {
  const [encoding, name] = file.split(".");
  const text = readFileSync(join(folder, file), "utf8");
  for (const library of libraries) {
    const count = library.counter(encoding);
    let result;
    for (let spent = 0; spent < WARM_UP_SECONDS; spent += result.seconds) {
      result = await timed(count, text);
    }
    const seconds = [];
    for (let i = 0; i < TIMES; i++) {
      seconds.push((await timed(count, text)).seconds);
    }
    seconds.sort((a, b) => a - b);
    console.log([library.name, encoding, name, result.tokens, seconds[Math.floor(TIMES / 2)]].join("\t"));
  }
}
