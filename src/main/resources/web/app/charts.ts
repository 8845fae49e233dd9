import {html, nothing, svg, type TemplateResult} from 'lit-html';
import {scaleBand, scaleLinear} from 'd3-scale';
import {area, line} from 'd3-shape';
import {amount, count, rough} from './format';

/** Charts as SVG: sharp in print, drawn in the colors of the style sheet, and each with its figures in words or a table beside it. */

interface Bounds {
  low: number;
  expected: number;
  high: number;
}

export interface Series {
  name: string;
  /** Which of the eight colors. */
  color: number;
  /** What has been paid by the end of each month; the first is what is paid before month 1. */
  cumulative: Bounds[];
  /** Where its model ends within the months looked at. */
  ends?: string;
}

export interface BreakEvenMark {
  month: number;
  series: string;
  text: string;
}

const MARGIN = {top: 14, right: 14, bottom: 34, left: 54};

/** What each alternative has cost by the end of each month, with the band of what is not known exactly. */
export function cumulativeChart(
  width: number,
  months: number,
  currency: string,
  series: Series[],
  mark: BreakEvenMark | undefined,
): TemplateResult {
  const height = Math.max(260, Math.min(380, width * 0.55));
  const x = scaleLinear([0, months], [MARGIN.left, width - MARGIN.right]);
  const highest = Math.max(1e-9, ...series.flatMap(one => one.cumulative.map(month => month.high)));
  const y = scaleLinear([0, highest], [height - MARGIN.bottom, MARGIN.top]).nice(5);
  const path = line<Bounds>((_, month) => x(month), month => y(month.expected));
  const band = area<Bounds>((_, month) => x(month), month => y(month.low), month => y(month.high));
  const step = Math.max(1, Math.ceil(months / Math.max(2, Math.floor(width / 60))));
  const marked = mark && series.find(one => one.name === mark.series);
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="Cumulative cost by month, in ${currency}; the table below has its figures">
    ${y.ticks(5).map(
      tick => svg`<g class="tick"><line x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${y(tick)} y2=${y(tick)}></line>
        <text x=${MARGIN.left - 6} y=${y(tick) + 4} text-anchor="end">${rough(tick)}</text></g>`,
    )}
    ${Array.from({length: Math.floor(months / step) + 1}, (_, i) => i * step).map(
      month => svg`<text class="label" x=${x(month)} y=${height - MARGIN.bottom + 16} text-anchor="middle">${month}</text>`,
    )}
    <text class="label" x=${x(months / 2)} y=${height - 3} text-anchor="middle">end of month</text>
    ${series.map(one => svg`<path class="band s${one.color}" d=${band(one.cumulative) ?? ''}></path>`)}
    ${series.map(one => {
      const last = one.cumulative.length - 1;
      return svg`<g class="s${one.color}">
        <path class="line" d=${path(one.cumulative) ?? ''}></path>
        ${
          one.ends
            ? svg`<line class="shutdown" x1=${x(last)} x2=${x(last)} y1=${MARGIN.top} y2=${height - MARGIN.bottom}></line>
              <text class="mark" x=${x(last)} y=${y(one.cumulative[last].expected)} dy="0.35em" text-anchor="middle">×</text>`
            : nothing
        }</g>`;
    })}
    ${
      mark && marked
        ? svg`<g class="break-even"><line x1=${x(mark.month)} x2=${x(mark.month)} y1=${MARGIN.top} y2=${height - MARGIN.bottom}></line>
          <circle cx=${x(mark.month)} cy=${y(marked.cumulative[mark.month]?.expected ?? 0)} r="5"></circle>
          <text x=${x(mark.month)} y=${MARGIN.top + 10} dx=${mark.month > months / 2 ? -6 : 6} text-anchor=${mark.month > months / 2 ? 'end' : 'start'}>${mark.text}</text></g>`
        : nothing
    }
  </svg>`;
}

export interface Bar {
  name: string;
  /** What the name is taken to be. */
  given?: string;
  /** From where to where; a plain amount begins at zero. */
  from: number;
  to: number;
  text: string;
}

/** Bars around a center: causes of a saving around zero, or a total at the ends of what is uncertain around the expected one. */
export function bars(width: number, label: string, list: Bar[], center: number, axis: (value: number) => string): TemplateResult {
  const narrow = width < 520;
  const row = narrow ? 56 : 40;
  const height = list.length * row + 24;
  const ends = [center, ...list.flatMap(bar => [bar.from, bar.to])];
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [8, width - 8]).nice(4);
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
    ${x.ticks(4).map(
      tick => svg`<g class="tick"><line x1=${x(tick)} x2=${x(tick)} y1="0" y2=${height - 18}></line>
        <text x=${x(tick)} y=${height - 4} text-anchor=${x(tick) < 30 ? 'start' : x(tick) > width - 30 ? 'end' : 'middle'}>${axis(tick)}</text></g>`,
    )}
    <line class="axis" x1=${x(center)} x2=${x(center)} y1="0" y2=${height - 18}></line>
    ${list.map((bar, i) => {
      const top = i * row;
      const left = Math.min(x(bar.from), x(bar.to));
      return svg`<text class="label" x="8" y=${top + 14}>${bar.given && !narrow ? `${bar.name}: ${bar.given}` : bar.name}</text>
        ${bar.given && narrow ? svg`<text class="label" x="8" y=${top + 29}>${bar.given}</text>` : nothing}
        <text class="label value" x=${width - 8} y=${top + (narrow ? 29 : 14)} text-anchor="end">${bar.text}</text>
        ${piece(left, Math.max(1, x(center) - left), bar.from < center || bar.to < center, 'less')}
        ${piece(Math.max(left, x(center)), Math.max(x(bar.from), x(bar.to)) - Math.max(left, x(center)), bar.from > center || bar.to > center, 'more')}`;

      function piece(at: number, wide: number, shown: boolean, side: string): unknown {
        return shown ? svg`<rect class=${side} x=${at} y=${top + row - 21} width=${Math.max(1, wide)} height="14"></rect>` : nothing;
      }
    })}
  </svg>`;
}

export interface Bin {
  from: number;
  count: number;
}

const MOST_BINS = 24;

/** Equal bins over all values, few enough to be seen; a bin is from its start to before the next. */
export function binned(values: Bin[], step: number): {bins: Bin[]; width: number} {
  if (values.length === 0) {
    return {bins: [], width: 1};
  }
  const low = Math.min(...values.map(value => value.from));
  const high = Math.max(...values.map(value => value.from)) + step;
  const width = Math.max(step, Math.ceil((high - low) / MOST_BINS));
  const bins = Array.from({length: Math.ceil((high - low) / width)}, (_, i) => ({from: low + i * width, count: 0}));
  values.forEach(value => (bins[Math.floor((value.from - low) / width)].count += value.count));
  return {bins, width};
}

/** How often which value occurs. */
export function histogram(width: number, label: string, unit: string, values: Bin[], step: number): TemplateResult {
  const {bins, width: wide} = binned(values, step);
  const height = 170;
  const x = scaleBand(bins.map(bin => bin.from), [MARGIN.left, width - MARGIN.right]).paddingInner(0.08);
  const y = scaleLinear([0, Math.max(1, ...bins.map(bin => bin.count))], [height - MARGIN.bottom, MARGIN.top]).nice(3);
  const every = Math.max(1, Math.ceil(bins.length / Math.max(2, Math.floor(width / 80))));
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
    ${y
      .ticks(3)
      .filter(Number.isInteger)
      .map(
        tick => svg`<g class="tick"><line x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${y(tick)} y2=${y(tick)}></line>
        <text x=${MARGIN.left - 6} y=${y(tick) + 4} text-anchor="end">${rough(tick)}</text></g>`,
      )}
    ${bins.map(
      (bin, i) => svg`<rect class="bin" x=${x(bin.from)} y=${y(bin.count)} width=${x.bandwidth()} height=${y(0) - y(bin.count)}>
        <title>${count(bin.from)}${wide > 1 ? ` to ${count(bin.from + wide - 1)}` : ''} ${unit}: ${count(bin.count)}</title></rect>
        ${i % every === 0 ? svg`<text class="label" x=${x(bin.from)} y=${height - MARGIN.bottom + 16}>${rough(bin.from)}</text>` : nothing}`,
    )}
    <text class="label" x=${(MARGIN.left + width - MARGIN.right) / 2} y=${height - 3} text-anchor="middle">${unit}</text>
  </svg>`;
}

/** The figures of a chart of months, for those who read rather than look. */
export function monthsTable(series: Series[], currency: string): TemplateResult {
  const most = Math.max(...series.map(one => one.cumulative.length));
  return html`<details class="figures">
    <summary>Figures of this chart</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Cumulative cost by month">
      <table>
        <caption>Paid by the end of each month, ${currency}, as expected</caption>
        <thead><tr><th scope="col">Month</th>${series.map(one => html`<th scope="col" class="number">${one.name}</th>`)}</tr></thead>
        <tbody>
          ${Array.from(
            {length: most},
            (_, month) => html`<tr><th scope="row">${month === 0 ? 'before' : month}</th>
              ${series.map(one => html`<td class="number">${one.cumulative[month] ? amount(one.cumulative[month].expected) : '–'}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
