/** The state of the form that asks for a run: what is chosen, what follows from it, sending it. */

import { createIdempotencyKeys } from "../../api/idempotency.js";
import { createJobRequest } from "../../api/job-requests.js";
import { getPipeline, planJobRequest } from "../../api/pipelines.js";
import { listActionStatuses } from "../../api/workspaces.js";
import { paths } from "../../lib/paths.js";
import { backends } from "../../state/backends.js";
import { changeQuery, navigate } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { useEffect, useMemo, useState } from "../../ui.js";
import {
  backendToBegin,
  missingWords,
  partsOf,
  stillThere,
  toggled,
  withNewest,
} from "./choice.js";

/** @import { ApiProblem } from "../../api/client.js" */
/** @import { Body, JobRequestRow, Workspace } from "../../api/types" */
/** @typedef {ReturnType<typeof useRun>} Run */

const SETTLE_MS = 250;

/** Longer choices do not fit into an address that every server takes. */
const LONGEST_IN_URL = 1500;

/**
 * @param {{
 *   workspace: Workspace, newest: JobRequestRow | null, first: readonly string[], query: URLSearchParams
 * }} start `newest` request of the workspace: its backend stands chosen where the URL names none;
 *   `first`: the actions that the URL chooses
 */
export function useRun({ workspace, newest, first, query }) {
  const known = backends.data.value?.results ?? [];
  const runnable = known.filter((backend) => backend.can_run);
  const before = newest?.backend.slug ?? null;
  const backend =
    query.get("backend") ?? (backends.data.value ? backendToBegin(before, runnable) : before);
  const commit = query.get("commit");
  const { chosen, choose } = useChosen(first, query);
  const [force, setForce] = useState(false);
  const [notify, setNotify] = useState(workspace.should_notify);

  const pipeline = usePipeline(workspace.name, backend, commit);
  const actions = pipeline.actions;
  const there = stillThere(chosen, actions);
  const body = bodyOf({ backend, actions: there, sha: pipeline.sha, force });
  const plan = usePlan(workspace.name, body, pipeline.fingerprint);
  const sending = useSending(workspace.name);

  return {
    workspace,
    backends: known,
    backend,
    whyNotThere: known.find(({ slug }) => slug === backend)?.why_not ?? null,
    backendName: known.find(({ slug }) => slug === backend)?.name ?? backend ?? "",
    commit,
    pipeline: pipeline.data,
    pipelineError: pipeline.error,
    checkAgain: pipeline.refresh,
    actions,
    chosen: actions.length ? there : chosen,
    missing: actions.length ? missingWords(chosen, actions) : "",
    choose,
    toggle: (/** @type {string} */ id) => choose(toggled(there, id)),
    parts: useMemo(() => partsOf(actions, there, plan.data), [actions, there.join(), plan.data]),
    plan: plan.data,
    planError: plan.error,
    isPlanning: plan.isPlanning,
    force,
    setForce,
    notify,
    setNotify,
    sending,
    send: () => body && sending.send({ ...body, will_notify: notify }),
  };
}

/**
 * The names that are chosen. The URL follows, so that reload and a pasted link show the same.
 *
 * @param {readonly string[]} first as the URL says
 * @param {URLSearchParams} query
 */
function useChosen(first, query) {
  const [chosen, setChosen] = useState(first);
  const text = chosen.join(",");
  useEffect(() => {
    if (query.has("again") && chosen === first) return;
    const shown = text.length > LONGEST_IN_URL ? null : text || null;
    if (shown !== query.get("actions") || query.has("again")) {
      changeQuery({ actions: shown, again: null, only: null });
    }
  }, [text]);
  return { chosen, choose: setChosen };
}

/**
 * The pipeline at a commit, with the newest state of each action kept current without asking the
 * git host again.
 *
 * @param {string} name of the workspace
 * @param {string | null} backend
 * @param {string | null} commit
 */
function usePipeline(name, backend, commit) {
  const at = { backend: backend ?? undefined, commit: commit ?? undefined };
  const pipeline = useResource((options) => getPipeline(name, at, options), [backend, commit]);
  const statuses = useResource(
    async (options) => (backend ? listActionStatuses(name, { backend }, options) : null),
    [backend],
    { live: [`workspace:${name}`] },
  );
  const data = pipeline.error.value ? null : pipeline.data.value;
  const rows = statuses.data.value?.results ?? null;
  const actions = useMemo(() => withNewest(data?.actions ?? [], rows), [data, rows]);
  return {
    data,
    actions,
    sha: data?.commit.sha ?? null,
    error: pipeline.error.value,
    refresh: pipeline.refresh,
    /** Another one when an action's newest job is another or stands otherwise. */
    fingerprint: actions.map(({ newest }) => `${newest?.job_identifier} ${newest?.status}`).join(),
  };
}

/**
 * What is asked for; null until all of it is chosen.
 *
 * @param {{ backend: string | null, actions: string[], sha: string | null, force: boolean }} choice
 * @returns {Body<"planJobRequest"> | null}
 */
function bodyOf({ backend, actions, sha, force }) {
  if (!backend || !actions.length || !sha) return null;
  return { backend, actions, commit: sha, force_run_dependencies: force };
}

/**
 * The plan of what is chosen, once the reader pauses; the one before stays until the next is here.
 *
 * @param {string} name of the workspace
 * @param {Body<"planJobRequest"> | null} body
 * @param {string} fingerprint of what the plan depends on beside
 */
function usePlan(name, body, fingerprint) {
  const wanted = JSON.stringify([body, fingerprint]);
  const [settled, setSettled] = useState({ wanted, body });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ wanted, body }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, error, loading } = useResource(
    async (options) => settled.body && planJobRequest(name, settled.body, options),
    [settled.wanted],
  );
  return {
    data: body ? data.value : null,
    error: body ? error.value : null,
    isPlanning: body !== null && (loading.value || settled.wanted !== wanted),
  };
}

/**
 * Sends a request once for each intention: a second click has the same key, and the server answers
 * it with the same request.
 *
 * @param {string} name of the workspace
 */
function useSending(name) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));
  const keys = useMemo(createIdempotencyKeys, []);
  /** @param {Body<"createJobRequest">} body */
  async function send(body) {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const made = await createJobRequest(name, body, { idempotencyKey: keys.keyFor(body) });
      navigate(paths.request(made.number));
    } catch (problem) {
      setError(/** @type {ApiProblem} */ (problem));
      setBusy(false);
    }
  }
  return { busy, error, send };
}
