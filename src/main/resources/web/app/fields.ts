import {html, nothing, type TemplateResult} from 'lit-html';
import {ifDefined} from 'lit-html/directives/if-defined.js';
import {live} from 'lit-html/directives/live.js';
import {parse, typed, type Typed} from './format';
import type {Violation} from './service';

/** Inputs that stand for one value of the question each, by its path, and show what is wrong with it. */

export interface Form {
  value(path: string): unknown;
  change(path: string, value: unknown): void;
  /** What was typed and is no number, by path. */
  unread: Map<string, string>;
  violations: Violation[];
}

export interface FieldOptions {
  /** Where the value stands, if not at its path. */
  value?: unknown;
  /** What to do with another value, if not to put it there. */
  change?: (value: unknown) => void;
  /** Takes a whole row. */
  row?: boolean;
  hint?: string;
  unit?: string;
  placeholder?: string;
}

const idOf = (path: string): string => 'f-' + path.replace(/[^\w]+/g, '-');

const changed = (form: Form, path: string, options: FieldOptions): ((value: unknown) => void) =>
  options.change ?? (value => form.change(path, value));

function faults(form: Form, path: string): string[] {
  const unread = form.unread.has(path) ? ['Type a number, or three: low / expected / high.'] : [];
  return unread.concat(form.violations.filter(fault => fault.field === path).map(fault => fault.message));
}

function frame(form: Form, path: string, label: string, options: FieldOptions, control: (described?: string) => TemplateResult): TemplateResult {
  const id = idOf(path);
  const wrong = faults(form, path);
  const described = [options.hint ? `${id}-hint` : '', wrong.length ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined;
  return html`<div class="field ${wrong.length ? 'wrong' : ''} ${options.row ? 'row' : ''}">
    <label for=${id}>${label}${options.unit ? html` <span class="unit">${options.unit}</span>` : nothing}</label>
    ${control(described)}
    ${options.hint ? html`<span class="hint" id="${id}-hint">${options.hint}</span>` : nothing}
    ${wrong.length ? html`<span class="fault" id="${id}-wrong">${wrong.join(' ')}</span>` : nothing}
  </div>`;
}

/** A number, or three of them for what is not known exactly. Nothing typed is nothing said. */
export function number(form: Form, path: string, label: string, options: FieldOptions = {}): TemplateResult {
  const unread = form.unread.get(path);
  return frame(form, path, label, options, described => html`<input
      id=${idOf(path)} name=${path} type="text" inputmode="decimal" autocomplete="off"
      placeholder=${ifDefined(options.placeholder)}
      aria-invalid=${faults(form, path).length ? 'true' : 'false'} aria-describedby=${ifDefined(described)}
      .value=${live(unread ?? typed(form.value(path) as Typed))}
      @input=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value;
        const value = parse(text);
        if (value === null) {
          form.unread.set(path, text);
          form.change(path, form.value(path));
        } else {
          form.unread.delete(path);
          form.change(path, value);
        }
      }}>`);
}

/** A line of text; empty is not said. */
export function text(form: Form, path: string, label: string, options: FieldOptions & {type?: string; list?: string} = {}): TemplateResult {
  return frame(form, path, label, options, described => html`<input
      id=${idOf(path)} name=${path} type=${options.type ?? 'text'} list=${ifDefined(options.list)} autocomplete="off"
      placeholder=${ifDefined(options.placeholder)}
      aria-invalid=${faults(form, path).length ? 'true' : 'false'} aria-describedby=${ifDefined(described)}
      .value=${live((form.value(path) as string | undefined) ?? '')}
      @change=${(event: Event) => changed(form, path, options)((event.target as HTMLInputElement).value.trim() || undefined)}>`);
}

/** One of several; the first may be that nothing is said. */
export function choice(
  form: Form,
  path: string,
  label: string,
  choices: {value: unknown; text: string}[],
  options: FieldOptions = {},
): TemplateResult {
  const chosen = options.value ?? form.value(path);
  return frame(form, path, label, options, described => html`<select
      id=${idOf(path)} name=${path} aria-describedby=${ifDefined(described)}
      @change=${(event: Event) => changed(form, path, options)(choices[(event.target as HTMLSelectElement).selectedIndex].value)}>
      ${choices.map(one => html`<option .selected=${live(one.value === chosen)}>${one.text}</option>`)}
    </select>`);
}

/** Yes, no, or not said. */
export const yesOrNo = (form: Form, path: string, label: string, options: FieldOptions = {}): TemplateResult =>
  choice(form, path, label, [{value: undefined, text: 'not said'}, {value: true, text: 'yes'}, {value: false, text: 'no'}], options);

/** Asked for or not. */
export function check(form: Form, path: string, label: string, value: unknown = true): TemplateResult {
  return html`<label class="check"><input type="checkbox" name=${path}
      .checked=${live(form.value(path) !== undefined && form.value(path) !== false)}
      @change=${(event: Event) => form.change(path, (event.target as HTMLInputElement).checked ? value : undefined)}> ${label}</label>`;
}
