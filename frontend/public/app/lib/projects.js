/** Words about projects: how far they are, and what people are in them. */

import { listOf } from "./text.js";

/** @import { ProjectCategory, ProjectStatus } from "../api/types" */

/** @type {Record<ProjectStatus, string>} */
const STATUSES = {
  ongoing: "Ongoing",
  postponed: "Postponed",
  retired: "Retired",
  "ongoing-and-linked": "Ongoing and linked",
  "completed-and-linked": "Completed and linked",
  "completed-and-awaiting": "Completed and awaiting",
};

/** @type {Record<ProjectCategory, string>} */
const CATEGORIES = {
  internal: "Internal",
  legacy: "Legacy",
  legacy_approved: "Legacy, approved",
  approved: "Approved",
  unknown: "Unknown",
};

/** The roles that can be held in a project, each with its word and one line of consequence. */
export const PROJECT_ROLES = [
  {
    role: "ProjectDeveloper",
    word: "Developer",
    hint: "Runs jobs, makes workspaces, says how far the project is.",
  },
  {
    role: "ProjectCoordinator",
    word: "Coordinator",
    hint: "Decides who is in the project, renames it, makes workspaces.",
  },
  { role: "ProjectCollaborator", word: "Collaborator", hint: "Sees released outputs." },
];

/** @param {ProjectStatus} status */
export const projectStatusWord = (status) => STATUSES[status] ?? status;

export const STATUS_CHOICES = choices(STATUSES);
export const CATEGORY_CHOICES = choices(CATEGORIES);

/**
 * What somebody is in a project: "Developer and Coordinator"; "no role" without any.
 *
 * @param {readonly string[]} roles
 */
export function rolesInWords(roles) {
  const words = roles.map((held) => PROJECT_ROLES.find(({ role }) => role === held)?.word ?? held);
  return words.length ? listOf(words) : "no role";
}

/**
 * The names in a text, separated by spaces, commas or lines; a leading @ goes.
 *
 * @param {string} text
 */
export function namesIn(text) {
  const names = text.split(/[\s,;]+/).map((name) => name.replace(/^@/, ""));
  return [...new Set(names.filter(Boolean))];
}

/** @param {Record<string, string>} words */
function choices(words) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
