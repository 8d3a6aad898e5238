/** What the filters of the staff's lists offer. */

import { backends } from "../../state/backends.js";
import { findOrgs, findProjects, usePlace } from "../places/places.js";

/** @import { FilterField } from "./list-filters.js" */

/**
 * @param {URLSearchParams} query
 * @returns {FilterField}
 */
export function useOrgFilter(query) {
  const { choice } = usePlace(findOrgs, query.get("org") ?? undefined);
  return { key: "org", label: "Organisation", find: findOrgs, options: choice ? [choice] : [] };
}

/**
 * @param {URLSearchParams} query
 * @returns {FilterField}
 */
export function useProjectFilter(query) {
  const { choice } = usePlace(findProjects, query.get("project") ?? undefined);
  return { key: "project", label: "Project", find: findProjects, options: choice ? [choice] : [] };
}

/** @returns {readonly { value: string, label: string }[]} */
export function backendOptions() {
  return (backends.data.value?.results ?? [])
    .map(({ slug, name }) => ({ value: slug, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
