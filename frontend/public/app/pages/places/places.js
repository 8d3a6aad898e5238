/** Organisations and projects to choose from, however many there are: typing asks the server. */

import { listOrgs } from "../../api/orgs.js";
import { listProjects } from "../../api/projects.js";
import { FindFilter } from "../../components/filters.js";
import { FindField } from "../../components/form.js";
import { useFound } from "../../state/found.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";

/** @import { Choice, Find } from "../../state/found.js" */

/** @type {Find} */
export async function findOrgs(text, options) {
  const { results, next } = await listOrgs({ search: text || undefined }, options);
  return choicesOf(results, next, ({ name }) => name);
}

/** @type {Find} */
export async function findProjects(text, options) {
  const { results, next } = await listProjects({ search: text || undefined }, options);
  return choicesOf(results, next, ({ title }) => title);
}

/** @type {Find} those in which the reader may make workspaces */
export async function findOwnProjects(text, options) {
  const query = { search: text || undefined, may_create_workspace: true };
  const { results, next } = await listProjects(query, options);
  return choicesOf(results, next, ({ title }) => title);
}

/**
 * By name, as long as all of them are here; of very many the newest first.
 *
 * @template {{ slug: string }} Row
 * @param {readonly Row[]} rows
 * @param {string | null} next
 * @param {(row: Row) => string} labelOf
 */
function choicesOf(rows, next, labelOf) {
  const choices = rows.map((row) => ({ value: row.slug, label: labelOf(row) }));
  if (!next) choices.sort((a, b) => a.label.localeCompare(b.label));
  return { choices, more: next !== null };
}

/**
 * The choice of a slug that stands in an address; null until it is here, and where there is none.
 *
 * @param {Find} find
 * @param {string | undefined} slug
 */
export function usePlace(find, slug) {
  const { data, error, refresh } = useResource(
    async (options) => {
      if (!slug) return null;
      const { choices } = await find(slug, options);
      return { of: slug, choice: choices.find(({ value }) => value === slug) ?? null };
    },
    [slug],
  );
  const here = data.value?.of === slug ? data.value : null;
  return { choice: here?.choice ?? null, known: !slug || here !== null, error, refresh };
}

/**
 * @param {{
 *   id: string, label: string, find: Find, chosen?: string, placeholder?: string, hint?: string,
 *   error?: string, onPick: (choice: Choice) => void
 * }} props `chosen` is what the choice is called that stands
 */
export function PlaceField({ find, placeholder = "Type a part of the name", ...field }) {
  const found = useFound(find);
  return html`<${FindField} ...${field} placeholder=${placeholder} found=${found} />`;
}

/**
 * @param {{ label: string, find: Find, chosen: string, onPick: (choice: Choice) => void }} props
 */
export function PlaceFilter({ find, ...filter }) {
  const found = useFound(find);
  return html`<${FindFilter} ...${filter} found=${found} />`;
}
