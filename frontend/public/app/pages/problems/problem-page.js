/** What the problems of the API mean and what to do about each; `type` of a problem leads here. */

import { listProblemTypes } from "../../api/problems.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { FactsList, Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";

/** @import { ProblemType } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

/** @type {readonly Column<ProblemType>[]} */
const COLUMNS = [
  {
    key: "name",
    label: "Problem",
    head: true,
    render: ({ name }) => html`<a class="mono" href=${paths.problem(name)}>${name}</a>`,
  },
  { key: "status", label: "Status", render: ({ status }) => status },
  { key: "meaning", label: "What it means", render: ({ meaning }) => meaning },
];

/** @param {PageProps} props */
export default function ProblemPage({ params }) {
  const { data, error, refresh } = useResource(listProblemTypes);
  const problems = data.value?.results;
  const problem = problems?.find(({ name }) => name === params.name);

  if (problems && problem) return html`<${OneProblem} problem=${problem} />`;
  return html`
    <${PageHead} title=${params.name ? "Problem of the API" : "Problems of the API"}>
      <p class="muted">
        ${
          params.name && problems
            ? html`No problem is called <code>${params.name}</code>. These are the ones there are.`
            : "Each refusal of the API names one of these in its type."
        }
      </p>
    <//>
    ${
      problems
        ? html`<${Sheet}><${DataTable} caption="Problems" columns=${COLUMNS} rows=${problems}
            rowKey=${(/** @type {ProblemType} */ row) => row.name} /><//>`
        : error.value
          ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`
          : html`<${Loading} />`
    }
  `;
}

/** @param {{ problem: ProblemType }} props */
function OneProblem({ problem }) {
  return html`
    <${PageHead} title=${problem.title} trail=${[{ label: "Problems of the API", href: paths.problems() }]} />
    <${Sheet} padded>
      <${FactsList} items=${[
        { label: "Name", value: html`<code>${problem.name}</code>` },
        { label: "HTTP status", value: problem.status },
        { label: "What it means", value: problem.meaning },
        { label: "What to do", value: problem.what_to_do },
      ]} />
    <//>
    <p><${Button} kind="quiet" href=${paths.apiDocs()}>Documentation of the API<//></p>
  `;
}
