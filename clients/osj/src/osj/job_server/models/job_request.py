from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.backend_ref import BackendRef
    from ..models.cancel import Cancel
    from ..models.failure import Failure
    from ..models.job import Job
    from ..models.job_counts import JobCounts
    from ..models.person import Person
    from ..models.planned_step import PlannedStep
    from ..models.project_ref import ProjectRef
    from ..models.reason import Reason
    from ..models.repo_ref import RepoRef
    from ..models.request_can import RequestCan
    from ..models.request_commit import RequestCommit
    from ..models.workspace_ref import WorkspaceRef


T = TypeVar("T", bound="JobRequest")


@_attrs_define
class JobRequest:
    """A request with its jobs and everything that its page shows.

    Attributes:
        identifier (str):
        number (int): Short, for people and old links.
        status (str): * `pending` - Waiting
            * `running` - Running
            * `succeeded` - Succeeded
            * `failed` - Failed
            * `cancelled` - Cancelled
            * `nothing_to_do` - Nothing to do
            * `unknown` - Unknown
            * `unknown_error_creating_jobs` - Unknown error creating jobs
        display_status (str): * `succeeded` - Succeeded
            * `running` - Running
            * `waiting` - Waiting
            * `held` - On hold
            * `failed` - Failed
            * `cancelled` - Cancelled
            * `nothing_to_do` - Nothing to do
            * `unknown` - Unknown
        reason (None | Reason): Why it is where it is; null where it succeeded.
        backend (BackendRef): A backend by name.
        workspace (WorkspaceRef): A workspace by name.
        project (ProjectRef): A project by name.
        created_by (Person): A person, as everybody may see them.
        created_at (datetime.datetime):
        started_at (datetime.datetime | None): When its first job began.
        completed_at (datetime.datetime | None):
        duration_s (int | None): From its first start to its end; null while it is unfinished.
        requested_actions (list[str]): In a list the first twenty of them.
        requested_actions_total (int):
        commit (RequestCommit): The commit that a request is pinned to.
        job_counts (JobCounts): How many jobs a request has, by what is drawn for them.
        strip (list[str]): One status a job in the order of project.yaml; empty above sixty jobs.
        contact (str): * `heard` - Heard
            * `silent` - No contact
            * `never` - Never heard
        has_errors (bool): Whether a job failed.
        cancelled_actions (list[str]):
        force_run_dependencies (bool):
        will_notify (bool):
        codelists_ok (bool):
        status_message (str):
        is_invalid (bool): Whether its runner could not make jobs of it; `status_message` says why.
        runtime_s (int): The sum of what its finished jobs took.
        branch (str):
        project_definition (None | str): project.yaml at the commit; null above 200,000 characters.
        project_definition_bytes (int):
        repo (RepoRef): A repository by address.
        updated_at (datetime.datetime | None): The newest word of the runner, by its own clock.
        news_at (datetime.datetime | None): The newest of its jobs; null where it has none.
        is_stale (bool):
        backend_hold (None | Reason): Why its backend starts no jobs now, or none that read the database.
        cancel (Cancel): When a request, or the last of its actions that were cancelled, was to be stopped.
        can (RequestCan): What the caller may do with a request.
        failures (list[Failure]):
        summary (str):
        planned (list[PlannedStep]):
        jobs (list[Job]):
    """

    identifier: str
    number: int
    status: str
    display_status: str
    reason: None | Reason
    backend: BackendRef
    workspace: WorkspaceRef
    project: ProjectRef
    created_by: Person
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    completed_at: datetime.datetime | None
    duration_s: int | None
    requested_actions: list[str]
    requested_actions_total: int
    commit: RequestCommit
    job_counts: JobCounts
    strip: list[str]
    contact: str
    has_errors: bool
    cancelled_actions: list[str]
    force_run_dependencies: bool
    will_notify: bool
    codelists_ok: bool
    status_message: str
    is_invalid: bool
    runtime_s: int
    branch: str
    project_definition: None | str
    project_definition_bytes: int
    repo: RepoRef
    updated_at: datetime.datetime | None
    news_at: datetime.datetime | None
    is_stale: bool
    backend_hold: None | Reason
    cancel: Cancel
    can: RequestCan
    failures: list[Failure]
    summary: str
    planned: list[PlannedStep]
    jobs: list[Job]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.backend_ref import BackendRef  # noqa: PLC0415
        from ..models.cancel import Cancel  # noqa: PLC0415
        from ..models.failure import Failure  # noqa: PLC0415
        from ..models.job import Job  # noqa: PLC0415
        from ..models.job_counts import JobCounts  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.planned_step import PlannedStep  # noqa: PLC0415
        from ..models.project_ref import ProjectRef  # noqa: PLC0415
        from ..models.reason import Reason  # noqa: PLC0415
        from ..models.repo_ref import RepoRef  # noqa: PLC0415
        from ..models.request_can import RequestCan  # noqa: PLC0415
        from ..models.request_commit import RequestCommit  # noqa: PLC0415
        from ..models.workspace_ref import WorkspaceRef  # noqa: PLC0415

        identifier = self.identifier

        number = self.number

        status = self.status

        display_status = self.display_status

        reason: dict[str, Any] | None
        if isinstance(self.reason, Reason):
            reason = self.reason.to_dict()
        else:
            reason = self.reason

        backend = self.backend.to_dict()

        workspace = self.workspace.to_dict()

        project = self.project.to_dict()

        created_by = self.created_by.to_dict()

        created_at = self.created_at.isoformat()

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        duration_s: int | None
        duration_s = self.duration_s

        requested_actions = self.requested_actions

        requested_actions_total = self.requested_actions_total

        commit = self.commit.to_dict()

        job_counts = self.job_counts.to_dict()

        strip = self.strip

        contact = self.contact

        has_errors = self.has_errors

        cancelled_actions = self.cancelled_actions

        force_run_dependencies = self.force_run_dependencies

        will_notify = self.will_notify

        codelists_ok = self.codelists_ok

        status_message = self.status_message

        is_invalid = self.is_invalid

        runtime_s = self.runtime_s

        branch = self.branch

        project_definition: None | str
        project_definition = self.project_definition

        project_definition_bytes = self.project_definition_bytes

        repo = self.repo.to_dict()

        updated_at: None | str
        if isinstance(self.updated_at, datetime.datetime):
            updated_at = self.updated_at.isoformat()
        else:
            updated_at = self.updated_at

        news_at: None | str
        if isinstance(self.news_at, datetime.datetime):
            news_at = self.news_at.isoformat()
        else:
            news_at = self.news_at

        is_stale = self.is_stale

        backend_hold: dict[str, Any] | None
        if isinstance(self.backend_hold, Reason):
            backend_hold = self.backend_hold.to_dict()
        else:
            backend_hold = self.backend_hold

        cancel = self.cancel.to_dict()

        can = self.can.to_dict()

        failures = []
        for failures_item_data in self.failures:
            failures_item = failures_item_data.to_dict()
            failures.append(failures_item)

        summary = self.summary

        planned = []
        for planned_item_data in self.planned:
            planned_item = planned_item_data.to_dict()
            planned.append(planned_item)

        jobs = []
        for jobs_item_data in self.jobs:
            jobs_item = jobs_item_data.to_dict()
            jobs.append(jobs_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "identifier": identifier,
                "number": number,
                "status": status,
                "display_status": display_status,
                "reason": reason,
                "backend": backend,
                "workspace": workspace,
                "project": project,
                "created_by": created_by,
                "created_at": created_at,
                "started_at": started_at,
                "completed_at": completed_at,
                "duration_s": duration_s,
                "requested_actions": requested_actions,
                "requested_actions_total": requested_actions_total,
                "commit": commit,
                "job_counts": job_counts,
                "strip": strip,
                "contact": contact,
                "has_errors": has_errors,
                "cancelled_actions": cancelled_actions,
                "force_run_dependencies": force_run_dependencies,
                "will_notify": will_notify,
                "codelists_ok": codelists_ok,
                "status_message": status_message,
                "is_invalid": is_invalid,
                "runtime_s": runtime_s,
                "branch": branch,
                "project_definition": project_definition,
                "project_definition_bytes": project_definition_bytes,
                "repo": repo,
                "updated_at": updated_at,
                "news_at": news_at,
                "is_stale": is_stale,
                "backend_hold": backend_hold,
                "cancel": cancel,
                "can": can,
                "failures": failures,
                "summary": summary,
                "planned": planned,
                "jobs": jobs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.backend_ref import BackendRef  # noqa: PLC0415
        from ..models.cancel import Cancel  # noqa: PLC0415
        from ..models.failure import Failure  # noqa: PLC0415
        from ..models.job import Job  # noqa: PLC0415
        from ..models.job_counts import JobCounts  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.planned_step import PlannedStep  # noqa: PLC0415
        from ..models.project_ref import ProjectRef  # noqa: PLC0415
        from ..models.reason import Reason  # noqa: PLC0415
        from ..models.repo_ref import RepoRef  # noqa: PLC0415
        from ..models.request_can import RequestCan  # noqa: PLC0415
        from ..models.request_commit import RequestCommit  # noqa: PLC0415
        from ..models.workspace_ref import WorkspaceRef  # noqa: PLC0415

        d = dict(src_dict)
        identifier = d.pop("identifier")

        number = d.pop("number")

        status = d.pop("status")

        display_status = d.pop("display_status")

        def _parse_reason(data: object) -> None | Reason:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reason_type_0 = Reason.from_dict(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Reason, data)

        reason = _parse_reason(d.pop("reason"))

        backend = BackendRef.from_dict(d.pop("backend"))

        workspace = WorkspaceRef.from_dict(d.pop("workspace"))

        project = ProjectRef.from_dict(d.pop("project"))

        created_by = Person.from_dict(d.pop("created_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        def _parse_duration_s(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        duration_s = _parse_duration_s(d.pop("duration_s"))

        requested_actions = cast(list[str], d.pop("requested_actions"))

        requested_actions_total = d.pop("requested_actions_total")

        commit = RequestCommit.from_dict(d.pop("commit"))

        job_counts = JobCounts.from_dict(d.pop("job_counts"))

        strip = cast(list[str], d.pop("strip"))

        contact = d.pop("contact")

        has_errors = d.pop("has_errors")

        cancelled_actions = cast(list[str], d.pop("cancelled_actions"))

        force_run_dependencies = d.pop("force_run_dependencies")

        will_notify = d.pop("will_notify")

        codelists_ok = d.pop("codelists_ok")

        status_message = d.pop("status_message")

        is_invalid = d.pop("is_invalid")

        runtime_s = d.pop("runtime_s")

        branch = d.pop("branch")

        def _parse_project_definition(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        project_definition = _parse_project_definition(d.pop("project_definition"))

        project_definition_bytes = d.pop("project_definition_bytes")

        repo = RepoRef.from_dict(d.pop("repo"))

        def _parse_updated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                updated_at_type_0 = datetime.datetime.fromisoformat(data)

                return updated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        updated_at = _parse_updated_at(d.pop("updated_at"))

        def _parse_news_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                news_at_type_0 = datetime.datetime.fromisoformat(data)

                return news_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        news_at = _parse_news_at(d.pop("news_at"))

        is_stale = d.pop("is_stale")

        def _parse_backend_hold(data: object) -> None | Reason:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                backend_hold_type_0 = Reason.from_dict(data)

                return backend_hold_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Reason, data)

        backend_hold = _parse_backend_hold(d.pop("backend_hold"))

        cancel = Cancel.from_dict(d.pop("cancel"))

        can = RequestCan.from_dict(d.pop("can"))

        failures = []
        _failures = d.pop("failures")
        for failures_item_data in _failures:
            failures_item = Failure.from_dict(failures_item_data)

            failures.append(failures_item)

        summary = d.pop("summary")

        planned = []
        _planned = d.pop("planned")
        for planned_item_data in _planned:
            planned_item = PlannedStep.from_dict(planned_item_data)

            planned.append(planned_item)

        jobs = []
        _jobs = d.pop("jobs")
        for jobs_item_data in _jobs:
            jobs_item = Job.from_dict(jobs_item_data)

            jobs.append(jobs_item)

        job_request = cls(
            identifier=identifier,
            number=number,
            status=status,
            display_status=display_status,
            reason=reason,
            backend=backend,
            workspace=workspace,
            project=project,
            created_by=created_by,
            created_at=created_at,
            started_at=started_at,
            completed_at=completed_at,
            duration_s=duration_s,
            requested_actions=requested_actions,
            requested_actions_total=requested_actions_total,
            commit=commit,
            job_counts=job_counts,
            strip=strip,
            contact=contact,
            has_errors=has_errors,
            cancelled_actions=cancelled_actions,
            force_run_dependencies=force_run_dependencies,
            will_notify=will_notify,
            codelists_ok=codelists_ok,
            status_message=status_message,
            is_invalid=is_invalid,
            runtime_s=runtime_s,
            branch=branch,
            project_definition=project_definition,
            project_definition_bytes=project_definition_bytes,
            repo=repo,
            updated_at=updated_at,
            news_at=news_at,
            is_stale=is_stale,
            backend_hold=backend_hold,
            cancel=cancel,
            can=can,
            failures=failures,
            summary=summary,
            planned=planned,
            jobs=jobs,
        )

        job_request.additional_properties = d
        return job_request

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
