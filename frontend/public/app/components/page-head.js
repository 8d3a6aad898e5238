/** The head of a page: trail, state, title, a line of facts, what one can do. */

import { createContext, html, useContext, useEffect } from "../ui.js";
import { Icon } from "./icon.js";

/** @import { Child } from "../ui" */

/** What the frame adds to the facts of every page: a component that draws one `<li>`, or nothing. */
export const HeadNote = createContext(/** @type {(() => Child) | null} */ (null));

/**
 * @typedef {{ icon?: string, content: Child, key: string }} Fact
 *
 * @param {{
 *   title: Child, documentTitle?: string, here?: Child, trail?: readonly { label: string, href: string }[],
 *   badge?: Child, facts?: readonly (Fact | false | null | undefined)[], actions?: Child, children?: Child,
 *   withNote?: boolean
 * }} props `documentTitle` where the title is no plain text or should say more ("Request 4821,
 *   running"); `here` is the last word of the trail where the title is too long; `children` stand between title and facts (a purpose);
 *   without the note of the frame where the page says it in another place
 */
export function PageHead({
  title,
  documentTitle,
  here = title,
  trail = [],
  badge,
  facts = [],
  actions,
  children,
  withNote = true,
}) {
  useTitle(documentTitle ?? String(title));
  return html`
    <header class="page-head">
      ${trail.length > 0 && html`<${Trail} trail=${trail} here=${here} />`}
      <div class="page-head__row">
        <div class="page-head__main">
          <div class="page-head__title">
            ${badge}
            <h1 tabindex="-1">${title}</h1>
          </div>
          ${children && html`<div class="page-head__text">${children}</div>`}
          <${Facts} facts=${facts} withNote=${withNote} />
        </div>
        ${actions && html`<div class="page-head__actions">${actions}</div>`}
      </div>
    </header>
  `;
}

/**
 * Names the page for tabs, history and readers: "Request 4821, running – Job server".
 *
 * @param {string} text
 */
function useTitle(text) {
  useEffect(() => {
    document.title = `${text} – Job server`;
  }, [text]);
}

/** @param {{ trail: readonly { label: string, href: string }[], here: Child }} props */
function Trail({ trail, here }) {
  return html`
    <nav class="trail" aria-label="You are here">
      <ol class="trail__list">
        ${trail.map(({ label, href }) => html`<li key=${href}><a href=${href}>${label}</a></li>`)}
        <li aria-current="page">${here}</li>
      </ol>
    </nav>
  `;
}

/** @param {{ facts: readonly (Fact | false | null | undefined)[], withNote: boolean }} props */
function Facts({ facts, withNote }) {
  const Note = useContext(HeadNote);
  const shown = /** @type {Fact[]} */ (facts.filter(Boolean));
  return html`
    <ul class="page-head__facts">
      ${shown.map(
        ({ key, icon, content }) => html`
          <li key=${key} class="page-head__fact">
            ${icon && html`<${Icon} name=${icon} />`}
            <span>${content}</span>
          </li>
        `,
      )}
      ${withNote && Note && html`<${Note} />`}
    </ul>
  `;
}
