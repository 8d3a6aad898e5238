/** The fields of an organisation, as forms have them. */

import { TextField } from "../../components/form.js";
import { namesIn } from "../../lib/projects.js";
import { html } from "../../ui.js";

/** @import { Body, Org } from "../../api/types" */

/** @typedef {{ name: string, slug: string, description: string, github: string }} OrgDraft */

/** @type {OrgDraft} */
export const EMPTY_ORG = { name: "", slug: "", description: "", github: "" };

/**
 * @param {Org} org
 * @returns {OrgDraft}
 */
export function draftOf({ name, slug, description, github_orgs: names }) {
  return { name, slug, description, github: names.join(" ") };
}

/**
 * What a form sends.
 *
 * @param {OrgDraft} draft
 */
export function bodyOf({ name, slug, description, github }) {
  return {
    name: name.trim(),
    slug: slug.trim(),
    description: description.trim(),
    github_orgs: namesIn(github),
  };
}

/**
 * Only what differs from the organisation that was shown.
 *
 * @param {OrgDraft} draft
 * @param {Org} org
 * @returns {Body<"changeOrg">}
 */
export function changesOf(draft, org) {
  const wanted = bodyOf(draft);
  const shown = bodyOf(draftOf(org));
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(shown[/** @type {keyof typeof shown} */ (name)]),
    ),
  );
}

/**
 * @param {{
 *   draft: OrgDraft, errors: Record<string, string>, slugHint: string, slugOptional?: boolean,
 *   onChange: (draft: OrgDraft) => void
 * }} props
 */
export function OrgFields({ draft, errors, slugHint, slugOptional = false, onChange }) {
  const change = (/** @type {Partial<OrgDraft>} */ more) => onChange({ ...draft, ...more });
  return html`
    <${TextField} id="name" label="Name" maxlength="255" value=${draft.name} error=${errors.name} onInput=${(/** @type {string} */ name) => change({ name })} />
    <${TextField} id="slug" label="Address" mono optional=${slugOptional} maxlength="255" hint=${slugHint} autocapitalize="none" autocomplete="off"
      spellcheck="false" value=${draft.slug} error=${errors.slug} onInput=${(/** @type {string} */ slug) => change({ slug })} />
    <${TextField} id="description" label="Description" optional rows="4" hint="Plain text; addresses become links." value=${draft.description}
      error=${errors.description} onInput=${(/** @type {string} */ description) => change({ description })} />
    <${TextField} id="github_orgs" label="Organisations on GitHub" optional mono hint="Names, separated by spaces. New workspaces offer the repositories of the first."
      autocapitalize="none" autocomplete="off" spellcheck="false" value=${draft.github} error=${errors.github_orgs}
      onInput=${(/** @type {string} */ github) => change({ github })} />
  `;
}
