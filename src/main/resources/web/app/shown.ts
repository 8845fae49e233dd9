import {html, nothing, type TemplateResult} from 'lit-html';
import type {Form} from './fields';
import type {
  Availability,
  BudgetPlan,
  Comparison,
  DueDiligence,
  Lever,
  OfferingFacts,
  PlannedAlternative,
  PromptShorteningAnswer,
  Scenario,
} from './scenario';
import type {Problem} from './service';

/** What is shown of the answers, and the small things that all of it is told with. */

export interface Applied {
  text: string;
  alternative: string;
  before: Scenario;
  /** The alternative's total before; absent if it was not known. */
  total?: string;
}

export interface Answered extends Form {
  scenario: Scenario;
  width: number;
  comparison?: Comparison;
  problem?: Problem;
  shortening?: PromptShorteningAnswer;
  shorteningProblem?: string;
  plan?: PlannedAlternative;
  planProblem?: string;
  budgetPlan?: BudgetPlan;
  diligence?: DueDiligence;
  facts: Map<string, OfferingFacts>;
  applied?: Applied;
  openLines: Set<string>;
  documentProblem?: string;
  copied: boolean;
  show(alternative: string): void;
  compare(which: 'baseline' | 'tuned', alternative: string): void;
  apply(lever: Lever): void;
  undo(): void;
  toggleLine(key: string): void;
  save(format: string): void;
  saveScenario(): void;
  copyLink(): void;
  print(): void;
}

const URLS = /(https?:\/\/[^\s,;)]+)/;

/** A source with its addresses to click. */
export function sourced(source: string | undefined): unknown {
  return (source ?? '').split(URLS).map((part, i) =>
    i % 2 ? html`<a href=${part} target="_blank" rel="noopener noreferrer">${part}</a>` : part,
  );
}

export const words = (code: string): string => code.replace(/[-_]/g, ' ');

/** The name of a field in words: "first pass accuracy" of "firstPassAccuracy". */
export const fieldWords = (field: string): string => field.replace(/([A-Z])/g, ' $1').toLowerCase();

/** A verdict and until when it holds. */
export const availability = (one: Availability): TemplateResult =>
  html`<span class="verdict ${one.verdict}">${one.verdict}</span>${one.until ? html`<span class="sub">until ${one.until}</span>` : nothing}`;
