/** The organisations of a project: added, taken out, and the one that leads. */

import { Button } from "../../components/button.js";
import { FieldError } from "../../components/form.js";
import { html, useState } from "../../ui.js";
import { findOrgs, PlaceField } from "../places/places.js";

/** @import { Choice } from "../../state/found.js" */

/**
 * @param {{
 *   value: readonly string[], known?: readonly { slug: string, name: string }[], error?: string,
 *   onChange: (slugs: string[]) => void
 * }} props `value` are slugs, the leading one first; `known` are names that are here already
 */
export function OrgsField({ value, known = [], error, onChange }) {
  const [names, setNames] = useState(/** @type {Record<string, string>} */ ({}));
  const nameOf = (/** @type {string} */ slug) =>
    names[slug] ?? known.find((org) => org.slug === slug)?.name ?? slug;
  const handlePick = (/** @type {Choice} */ { value: slug, label }) => {
    setNames({ ...names, [slug]: label });
    if (!value.includes(slug)) onChange([...value, slug]);
  };
  const without = (/** @type {string} */ slug) => value.filter((each) => each !== slug);
  return html`
    <fieldset class="orgs-field" id="orgs">
      <legend class="field__label">Organisations</legend>
      ${
        value.length > 0 &&
        html`<ul class="orgs-field__list">
          ${value.map(
            (slug, i) => html`
              <li key=${slug} class="orgs-field__line">
                <span class="orgs-field__name">${nameOf(slug)}</span>
                ${i === 0 ? html`<span class="tag">leads</span>` : html`<${Button} kind="quiet" small aria-label="Let ${nameOf(slug)} lead" onClick=${() => onChange([slug, ...without(slug)])}>Let it lead<//>`}
                <${Button} kind="quiet" small aria-label="Take out ${nameOf(slug)}" onClick=${() => onChange(without(slug))}>Take out<//>
              </li>
            `,
          )}
        </ul>`
      }
      <${PlaceField} id="add-org" label=${value.length ? "Add another" : "Add one"} find=${findOrgs} onPick=${handlePick} />
      ${error && html`<${FieldError} id="orgs-error">${error}<//>`}
    </fieldset>
  `;
}
