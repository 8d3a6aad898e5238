from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.backend_ref import BackendRef
    from ..models.codelists import Codelists
    from ..models.commit_info import CommitInfo
    from ..models.pipeline_action import PipelineAction
    from ..models.pipeline_problem import PipelineProblem


T = TypeVar("T", bound="Pipeline")


@_attrs_define
class Pipeline:
    """project.yaml at a commit; with problems it has no actions.

    Attributes:
        commit (CommitInfo): A commit as its git host describes it; `message` is its first line.
        branch (str):
        backend (BackendRef | None):
        actions (list[PipelineAction]):
        run_all (list[str]): Every action in the order of a whole run.
        warnings (list[PipelineProblem]):
        problems (list[PipelineProblem]):
        codelists (Codelists): Whether the codelists of the study are up to date.

            `stale` and `unknown` keep actions that read the database from running, `incomplete` all.
        source (None | str): project.yaml; null above 200,000 characters.
    """

    commit: CommitInfo
    branch: str
    backend: BackendRef | None
    actions: list[PipelineAction]
    run_all: list[str]
    warnings: list[PipelineProblem]
    problems: list[PipelineProblem]
    codelists: Codelists
    source: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.backend_ref import BackendRef  # noqa: PLC0415
        from ..models.codelists import Codelists  # noqa: PLC0415
        from ..models.commit_info import CommitInfo  # noqa: PLC0415
        from ..models.pipeline_action import PipelineAction  # noqa: PLC0415
        from ..models.pipeline_problem import PipelineProblem  # noqa: PLC0415

        commit = self.commit.to_dict()

        branch = self.branch

        backend: dict[str, Any] | None
        if isinstance(self.backend, BackendRef):
            backend = self.backend.to_dict()
        else:
            backend = self.backend

        actions = []
        for actions_item_data in self.actions:
            actions_item = actions_item_data.to_dict()
            actions.append(actions_item)

        run_all = self.run_all

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        problems = []
        for problems_item_data in self.problems:
            problems_item = problems_item_data.to_dict()
            problems.append(problems_item)

        codelists = self.codelists.to_dict()

        source: None | str
        source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "commit": commit,
                "branch": branch,
                "backend": backend,
                "actions": actions,
                "run_all": run_all,
                "warnings": warnings,
                "problems": problems,
                "codelists": codelists,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.backend_ref import BackendRef  # noqa: PLC0415
        from ..models.codelists import Codelists  # noqa: PLC0415
        from ..models.commit_info import CommitInfo  # noqa: PLC0415
        from ..models.pipeline_action import PipelineAction  # noqa: PLC0415
        from ..models.pipeline_problem import PipelineProblem  # noqa: PLC0415

        d = dict(src_dict)
        commit = CommitInfo.from_dict(d.pop("commit"))

        branch = d.pop("branch")

        def _parse_backend(data: object) -> BackendRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                backend_type_0 = BackendRef.from_dict(data)

                return backend_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BackendRef | None, data)

        backend = _parse_backend(d.pop("backend"))

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = PipelineAction.from_dict(actions_item_data)

            actions.append(actions_item)

        run_all = cast(list[str], d.pop("run_all"))

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = PipelineProblem.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        problems = []
        _problems = d.pop("problems")
        for problems_item_data in _problems:
            problems_item = PipelineProblem.from_dict(problems_item_data)

            problems.append(problems_item)

        codelists = Codelists.from_dict(d.pop("codelists"))

        def _parse_source(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source = _parse_source(d.pop("source"))

        pipeline = cls(
            commit=commit,
            branch=branch,
            backend=backend,
            actions=actions,
            run_all=run_all,
            warnings=warnings,
            problems=problems,
            codelists=codelists,
            source=source,
        )

        pipeline.additional_properties = d
        return pipeline

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
