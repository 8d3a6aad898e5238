/** Events of the record in words. A verb is a thing and what became of it: "workspace.changed". */

import { formatExact } from "./dates.js";
import { roleWords } from "./roles.js";
import { listOf } from "./text.js";

const COMMIT_LENGTH = 7;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(Z|[+-]\d\d:\d\d)$/;

/**
 * "project_member.roles_changed" as "Project member: roles changed".
 *
 * @param {string} verb
 */
export function eventWords(verb) {
  const [thing, deed = ""] = verb.split(".");
  const words = `${fieldWords(thing)}${deed && ": "}${fieldWords(deed)}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * A name of the API as words: "is_active" as "is active".
 *
 * @param {string} name
 */
export function fieldWords(name) {
  return name.replaceAll("_", " ");
}

/**
 * A recorded value as a person reads it: roles by their words, commits by their beginning.
 *
 * @param {unknown} value
 * @param {string} [field] of which it is the value
 * @returns {string}
 */
export function valueWords(value, field = "") {
  if (Array.isArray(value) && value.length) {
    return listOf(value.map((each) => valueWords(each, field)));
  }
  if (typeof value === "string" && value) {
    if (/roles?$/.test(field)) return roleWords(value);
    if (field === "sha") return value.slice(0, COMMIT_LENGTH);
  }
  if (value === null || value === undefined) return "nothing";
  if (value === "") return "empty";
  if (typeof value === "string" && TIME.test(value)) return formatExact(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return "none";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
