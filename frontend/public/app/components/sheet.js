/** The one level of ground under content, and what is laid out with it. */

import { html, useId } from "../ui.js";

/** @import { Child } from "../ui" */

/**
 * @param {{
 *   title?: Child, count?: Child, note?: Child, tools?: Child, padded?: boolean, class?: string,
 *   footer?: Child, id?: string, level?: 2 | 3, children?: Child
 * }} props `count` stands behind the title, `note` beside it, `tools` at the end of the head;
 *   `padded` for text and forms, not for tables
 */
export function Sheet({
  title,
  count,
  note,
  tools,
  padded = false,
  class: more = "",
  footer,
  id,
  level = 2,
  children,
}) {
  const headingId = useId();
  return html`
    <section class="sheet ${more}" id=${id} aria-labelledby=${title ? headingId : undefined}>
      ${
        (title || tools) &&
        html`
          <div class="sheet__head">
            ${title && html`<${`h${level}`} class="sheet__title" id=${headingId}>${title}<//>`}
            ${count !== undefined && count !== null && html`<span class="sheet__count">${count}</span>`}
            ${note && html`<span class="sheet__note">${note}</span>`}
            ${tools && html`<div class="sheet__tools">${tools}</div>`}
          </div>
        `
      }
      <div class="sheet__body ${padded ? "sheet__body--padded" : ""}">${children}</div>
      ${footer && html`<div class="sheet__footer">${footer}</div>`}
    </section>
  `;
}

/** @param {{ aside?: Child, children?: Child }} props main left, facts that do not change right */
export function Columns({ aside, children }) {
  return html`
    <div class="columns">
      <div class="columns__main">${children}</div>
      ${aside && html`<aside class="columns__aside" aria-label="About this page">${aside}</aside>`}
    </div>
  `;
}

/**
 * Names and values; a value that is null or undefined leaves its line out.
 *
 * @param {{ items: readonly { label: string, value: Child }[] }} props
 */
export function FactsList({ items }) {
  return html`
    <dl class="facts-list">
      ${items
        .filter(({ value }) => value !== null && value !== undefined)
        .map(
          ({ label, value }) =>
            html`<div key=${label} class="facts-list__item"><dt>${label}</dt><dd>${value}</dd></div>`,
        )}
    </dl>
  `;
}

/**
 * Sticks to the bottom: the sum of a form and its main actions. On phones the main actions of a page.
 *
 * @param {{ phoneOnly?: boolean, actions?: Child, children?: Child }} props
 */
export function BottomBar({ phoneOnly = false, actions, children }) {
  return html`
    <div class="bottom-bar ${phoneOnly ? "bottom-bar--phone" : ""}">
      <div class="bottom-bar__frame">
        ${children && html`<div class="bottom-bar__text">${children}</div>`}
        <div class="bottom-bar__actions">${actions}</div>
      </div>
    </div>
  `;
}
