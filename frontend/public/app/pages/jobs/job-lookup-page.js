/** Finds a job by its identifier or the beginning of it; several are listed. */

import { getJob } from "../../api/jobs.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { plural } from "../../lib/text.js";
import { herePath, navigate } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html, useEffect } from "../../ui.js";

/** @import { PageProps } from "../../router.js" */

/**
 * @typedef {{ identifier: string, action: string, job_request_identifier: string, job_request_number: number, workspace: string }} Found
 */

const COLUMNS = [
  {
    key: "identifier",
    label: "Job",
    head: true,
    render: (/** @type {Found} */ found) =>
      html`<a class="mono break-anywhere" href=${paths.job(found.job_request_number, found.identifier)}>${found.identifier}</a>`,
  },
  {
    key: "action",
    label: "Action",
    render: (/** @type {Found} */ { action }) =>
      html`<span class="mono break-anywhere">${action}</span>`,
  },
  {
    key: "request",
    label: "Request",
    render: (/** @type {Found} */ found) =>
      html`<a href=${paths.request(found.job_request_number)}>${found.job_request_number}</a>`,
  },
  {
    key: "workspace",
    label: "Workspace",
    render: (/** @type {Found} */ { workspace }) =>
      html`<a class="break-anywhere" href=${paths.workspace(workspace)}>${workspace}</a>`,
  },
];

/** @param {PageProps} props */
export default function JobLookupPage({ params }) {
  const { data, error, refresh } = useResource((options) => getJob(params.identifier, options));
  const job = data.value;
  useEffect(() => {
    if (job) navigate(paths.job(job.job_request.number, job.identifier), { replace: true });
  }, [job]);

  const problem = error.value;
  const matches = /** @type {Found[] | null} */ (
    problem?.name === "ambiguous-identifier" ? problem.members.matches : null
  );
  return html`
    <${PageHead} title=${matches ? `${plural(matches.length, "job")} begin with ${params.identifier}` : `Job ${params.identifier}`}
      trail=${[{ label: "Requests", href: paths.requests() }]} />
    ${!problem && html`<${Loading} />`}
    ${matches && html`<${Sheet}><${DataTable} caption="Jobs with this beginning" columns=${COLUMNS} rows=${matches} rowKey=${(/** @type {Found} */ found) => found.job_request_identifier + found.identifier} /><//>`}
    ${
      problem &&
      !matches &&
      html`<${ErrorBox} error=${problem} onRetry=${refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())}
        actions=${html`<${Button} small href=${paths.requests({ search: params.identifier })}>Search requests<//>`} />`
    }
  `;
}
