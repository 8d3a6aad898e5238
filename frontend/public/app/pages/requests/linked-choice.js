/** What a link to the form that asks for a run chooses. */

import { getJobRequest } from "../../api/job-requests.js";
import { parseActions } from "./choice.js";
import { brokenActions } from "./request-view.js";

/** @import { LoadOptions } from "../../state/resource.js" */

/**
 * The actions that a link names, or those of the request that it names: see paths.newRequest.
 *
 * @param {URLSearchParams} query
 * @param {LoadOptions} options
 * @returns {Promise<readonly string[]>}
 */
export async function linkedActions(query, options) {
  const again = query.get("again");
  if (!again) return parseActions(query.get("actions"));
  const request = await getJobRequest(again, options);
  return query.get("only") === "unsuccessful" ? brokenActions(request) : request.requested_actions;
}
