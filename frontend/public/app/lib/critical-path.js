/** The chain of jobs that decided, or decides, when a run ends. */

/**
 * @typedef {{ action: string, needs: readonly string[], completed_at: string | null, started_at: string | null, display_status: string }} ChainJob
 */

/**
 * The actions of the chain: from what ends last back to what each waited for longest. Jobs that have
 * not ended count as the last ones, those with the longest chain before them first. Where all have and
 * some were not run, it ends at the failure which stopped them.
 *
 * @param {readonly ChainJob[]} jobs
 * @returns {ReadonlySet<string>} empty where no job needs another
 */
export function criticalPath(jobs) {
  const byAction = new Map(jobs.map((job) => [job.action, job]));
  const depths = /** @type {Map<string, number>} */ (new Map());
  const needsOf = (/** @type {ChainJob} */ job) =>
    job.needs.flatMap((need) => byAction.get(need) ?? []);

  /** @param {ChainJob} job @returns {number} */
  function depthOf(job) {
    const known = depths.get(job.action);
    if (known !== undefined) return known;
    depths.set(job.action, 0); // a circle ends here
    const depth = 1 + Math.max(0, ...needsOf(job).map(depthOf));
    depths.set(job.action, depth);
    return depth;
  }

  const last = (/** @type {readonly ChainJob[]} */ among) =>
    among.reduce(
      (/** @type {ChainJob | null} */ best, job) =>
        !best ||
        endOf(job) > endOf(best) ||
        (endOf(job) === endOf(best) && depthOf(job) > depthOf(best))
          ? job
          : best,
      null,
    );
  const chain = /** @type {Set<string>} */ (new Set());
  let job = last(decisive(jobs));
  while (job && !chain.has(job.action)) {
    chain.add(job.action);
    job = last(needsOf(job));
  }
  return jobs.some((each) => needsOf(each).length) ? chain : new Set();
}

/**
 * The jobs of which one decides the end.
 *
 * @param {readonly ChainJob[]} jobs
 */
function decisive(jobs) {
  const notRun = jobs.filter(({ display_status: status }) => status === "not_run");
  const ran = jobs.filter((job) => !notRun.includes(job));
  if (ran.some((job) => !job.completed_at)) return ran;
  const wanted = new Set(notRun.flatMap(({ needs }) => needs));
  const stoppers = ran.filter(
    ({ action, display_status: status }) => status === "failed" && wanted.has(action),
  );
  return stoppers.length ? stoppers : ran;
}

/** @param {ChainJob} job */
function endOf({ completed_at: at }) {
  return at ? Date.parse(at) : Number.POSITIVE_INFINITY;
}
