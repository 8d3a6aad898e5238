/** What a reader has chosen to run, and what follows from it: the sense of the page "Run jobs". */

import { formatDuration } from "../../lib/durations.js";
import { formatNumber } from "../../lib/numbers.js";
import { listOf, plural } from "../../lib/text.js";

/** @import { ActionStatus, Pipeline, Plan, PipelineAction } from "../../api/types" */

/** The name that stands for every action; the server expands it to those that have not succeeded. */
export const RUN_ALL = "run_all";

/** @typedef {"chosen" | "needed" | "reused" | "active" | "not_part"} Part of an action in a request */

/** @type {Record<Part, string>} */
export const PART_WORDS = {
  chosen: "runs",
  needed: "runs too",
  reused: "reused",
  active: "runs already",
  not_part: "",
};

/**
 * The actions that a link names, each once: "a,b".
 *
 * @param {string | null} text of the query
 */
export function parseActions(text) {
  return [
    ...new Set(
      (text ?? "")
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
}

/**
 * The actions whose newest job did not succeed, and those that never ran; those under way are not
 * among them.
 *
 * @param {readonly PipelineAction[]} actions
 */
export function failedOrNeverRun(actions) {
  const open = ["succeeded", "running", "waiting", "held"];
  return actions
    .filter(({ newest }) => !newest || !open.includes(newest.display_status))
    .map(({ id }) => id);
}

/**
 * Adds or takes away one name, keeping the order in which names were chosen.
 *
 * @param {readonly string[]} chosen
 * @param {string} name
 */
export function toggled(chosen, name) {
  return chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name];
}

/**
 * The names that project.yaml has, of those chosen; another commit may lack some.
 *
 * @param {readonly string[]} chosen
 * @param {readonly PipelineAction[]} actions
 */
export function stillThere(chosen, actions) {
  const known = new Set([RUN_ALL, ...actions.map(({ id }) => id)]);
  return chosen.filter((name) => known.has(name));
}

/**
 * The part of each action in the request. A fresh choice shows at once; what follows from it comes
 * with the next plan.
 *
 * @param {readonly PipelineAction[]} actions
 * @param {readonly string[]} chosen
 * @param {Plan | null} plan
 * @returns {Map<string, { part: Part, because: string }>}
 */
export function partsOf(actions, chosen, plan) {
  const steps = new Map(plan?.steps.map((step) => [step.action, step]));
  /** @returns {Part} */
  const partOf = (/** @type {string} */ id) => {
    const decision = steps.get(id)?.decision;
    if (chosen.includes(id)) return decision === "active" ? "active" : "chosen";
    if (decision !== "chosen") return decision ?? "not_part";
    // Chosen by the plan and not by name: by run_all, or a moment ago and not any more.
    return chosen.includes(RUN_ALL) ? "needed" : "not_part";
  };
  return new Map(
    actions.map(({ id }) => [id, { part: partOf(id), because: steps.get(id)?.because ?? "" }]),
  );
}

/**
 * The sum of a request: "4 jobs will run on TPP." and the rest, "2 chosen, 2 because …".
 *
 * @param {Plan} plan
 * @param {string} backendName
 * @returns {{ sum: string, rest: string }}
 */
export function sumOf(plan, backendName) {
  const chosen = plan.steps.filter((step) => step.decision === "chosen").length;
  const needed = plan.steps.filter((step) => step.decision === "needed");
  const parts = [];
  if (chosen && needed.length) parts.push(`${formatNumber(chosen)} chosen`);
  if (needed.length) parts.push(neededWords(needed));
  const sentences = parts.length ? [`${parts.join(", ")}.`] : [];
  if (plan.reused) {
    sentences.push(
      plan.reused === 1
        ? "1 result is reused."
        : `${formatNumber(plan.reused)} results are reused.`,
    );
  }
  if (plan.active) {
    sentences.push(
      `${plural(plan.active, "job")} ${plan.active === 1 ? "is" : "are"} already under way.`,
    );
  }
  return {
    sum: `${plural(plan.will_run, "job")} will run on ${backendName}.`,
    rest: sentences.join(" "),
  };
}

/**
 * Why more runs than was chosen, in one clause.
 *
 * @param {readonly { because: string }[]} needed
 */
function neededWords(needed) {
  const reasons = [...new Set(needed.map((step) => step.because))];
  const amount = formatNumber(needed.length);
  return reasons.length === 1 && reasons[0]
    ? `${amount} because ${reasons[0].replace(/^because /, "").replace(/\.$/, "")}`
    : `${amount} needed`;
}

/**
 * What running everything needed again would add: amount, and how long it took last time.
 *
 * @param {readonly PipelineAction[]} actions
 * @param {ReadonlyMap<string, { part: Part }>} parts
 */
export function forceConsequence(actions, parts) {
  const reused = actions.filter(({ id }) => parts.get(id)?.part === "reused");
  if (!reused.length) return "No result is reused, so nothing more would run.";
  const databases = reused.filter((action) => action.is_database_action).length;
  const seconds = reused.reduce((sum, { newest }) => sum + (newest?.duration_s ?? 0), 0);
  const amount = plural(reused.length, "more job");
  const what = databases ? `${amount}, ${databases} of them reading the database.` : `${amount}.`;
  return seconds ? `${what} Last time they took ${formatDuration(seconds)} in all.` : what;
}

/**
 * What stands before a new request on a backend: "2 requests wait before yours."
 *
 * @param {number} before
 */
export function queueWords(before) {
  if (before === 0) return "Nothing waits before yours.";
  return before === 1
    ? "1 request waits before yours."
    : `${formatNumber(before)} requests wait before yours.`;
}

/**
 * The chosen names that a commit does not have, in a sentence; empty where it has all.
 *
 * @param {readonly string[]} chosen
 * @param {readonly PipelineAction[]} actions
 */
export function missingWords(chosen, actions) {
  const kept = stillThere(chosen, actions);
  const missing = chosen.filter((name) => !kept.includes(name));
  if (!missing.length) return "";
  const verb = missing.length === 1 ? "is" : "are";
  return `${listOf(missing, { max: 5 })} ${verb} not in project.yaml at this commit, and not chosen any more.`;
}

/**
 * Actions with their newest jobs as they are now; without news as they came.
 *
 * @param {readonly PipelineAction[]} actions
 * @param {readonly ActionStatus[] | null} statuses
 * @returns {readonly PipelineAction[]}
 */
export function withNewest(actions, statuses) {
  if (!statuses) return actions;
  const newest = new Map(statuses.map((status) => [status.action, status.newest]));
  return actions.map((action) => ({ ...action, newest: newest.get(action.id) ?? action.newest }));
}

/**
 * Why a plan cannot be sent because of the study's codelists; empty where it can.
 *
 * @param {Pick<Pipeline, "codelists" | "actions">} pipeline
 * @param {Pick<Plan, "steps">} plan
 */
export function whyNotByCodelists({ codelists, actions }, { steps }) {
  if (!codelists.message) return "";
  if (codelists.status === "incomplete") return codelists.message;
  const runs = new Set(
    steps.filter(({ decision }) => RUNS.has(decision)).map(({ action }) => action),
  );
  const stopped = actions.filter((action) => action.is_database_action && runs.has(action.id));
  if (!stopped.length) return "";
  const names = listOf(
    stopped.map(({ id }) => id),
    { max: 3 },
  );
  return `${names} ${stopped.length === 1 ? "reads" : "read"} the database and cannot run. ${codelists.message}`;
}

const RUNS = new Set(["chosen", "needed"]);

/**
 * The backend that stands chosen at first: that of the newest request if the reader may run there,
 * else the only one.
 *
 * @param {string | null} before
 * @param {readonly { slug: string }[]} runnable
 */
export function backendToBegin(before, runnable) {
  const again = runnable.find(({ slug }) => slug === before);
  return (again ?? (runnable.length === 1 ? runnable[0] : null))?.slug ?? null;
}
