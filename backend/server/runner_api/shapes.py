"""Checks the body of `POST jobs/` against the frozen shape, with the frozen texts.

By hand and not by serializers: a runner repeats up to a thousand jobs every few seconds, and the
list of errors has an entry for each item, which DRF does not answer any more.
Source: runner_api 2.3, 3.3.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rest_framework.exceptions import ValidationError

from server.core.times import read_time
from server.jobs.reports import JobReport
from server.runner_api.storable import refusal_of_json, refusal_of_text

MAX_ITEMS = 100_000
_MAX_LENGTH = 255  # of the columns that are not wide text
_REQUIRED = "This field is required."
_NULL = "This field may not be null."
_NO_TIME = (
    "Datetime has wrong format. Use one of these formats instead: "
    "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."
)


class _Refused(ValueError):
    """The text says what is wrong with one field."""


@dataclass(frozen=True, slots=True)
class _Text:
    name: str
    is_required: bool = True
    may_be_null: bool = False
    may_be_blank: bool = True
    max_length: int | None = None

    def read(self, item: Mapping[str, Any]) -> str:
        value = item.get(self.name)
        if value is None:
            return self._absent(item)
        if not isinstance(value, str):
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise _Refused("Not a valid string.")
            value = str(value)
        value = value.strip()
        if not value and not self.may_be_blank:
            raise _Refused("This field may not be blank.")
        if refusal := refusal_of_text(value):
            raise _Refused(refusal)
        if self.max_length and len(value) > self.max_length:
            raise _Refused(f"Ensure this field has no more than {self.max_length} characters.")
        return value

    def _absent(self, item: Mapping[str, Any]) -> str:
        if self.name in item and not self.may_be_null:
            raise _Refused(_NULL)
        if self.name not in item and self.is_required:
            raise _Refused(_REQUIRED)
        return ""


@dataclass(frozen=True, slots=True)
class _Time:
    name: str
    is_required: bool = False

    def read(self, item: Mapping[str, Any]) -> datetime | None:
        value = item.get(self.name)
        if value is None:
            if self.is_required:
                raise _Refused(_NULL if self.name in item else _REQUIRED)
            return None
        if not isinstance(value, str):
            raise _Refused(_NO_TIME)
        try:
            return read_time(value)
        except OverflowError:
            raise _Refused("Datetime value out of range.") from None
        except ValueError:
            raise _Refused(_NO_TIME) from None


@dataclass(frozen=True, slots=True)
class _Json:
    name: str

    def read(self, item: Mapping[str, Any]) -> Any:
        value = item.get(self.name)
        if value and (refusal := refusal_of_json(value)):
            raise _Refused(refusal)
        return value


# In the order of the table in runner_api 3.3; keys that are not here are ignored.
_FIELDS: tuple[_Text | _Time | _Json, ...] = (
    _Text("job_request_id", may_be_blank=False),
    _Text("identifier", may_be_blank=False, max_length=_MAX_LENGTH),
    _Text("action", max_length=_MAX_LENGTH),
    _Text("run_command", is_required=False, may_be_null=True),
    _Text("status", may_be_blank=False, max_length=_MAX_LENGTH),
    _Text("status_code", is_required=False, max_length=_MAX_LENGTH),
    _Text("status_message"),
    _Time("created_at", is_required=True),
    _Time("updated_at"),
    _Time("started_at"),
    _Time("completed_at"),
    _Json("trace_context"),
    _Json("metrics"),
)


def read_reports(body: object) -> list[JobReport]:
    """The jobs of a whole push.

    Raises:
        ValidationError: something is wrong with some of them. The detail is a list with an entry
            for each item, `{}` for a good one, or an object where `body` is no list.
    """
    if body is None:
        raise ValidationError({"non_field_errors": ["No data provided"]})
    if not isinstance(body, list):
        kind = type(body).__name__
        message = f'Expected a list of items but got type "{kind}".'
        raise ValidationError({"non_field_errors": [message]})
    if len(body) > MAX_ITEMS:
        message = f"Ensure this field has no more than {MAX_ITEMS} elements."
        raise ValidationError({"non_field_errors": [message]})
    reports: list[JobReport] = []
    errors: dict[int, Any] = {}
    for position, item in enumerate(body):
        try:
            reports.append(_read_item(item))
        except ValidationError as error:
            errors[position] = error.detail
    if errors:
        raise ValidationError([errors.get(position, {}) for position in range(len(body))])
    return reports


def _read_item(item: object) -> JobReport:
    if item is None:
        raise ValidationError([_NULL])
    if not isinstance(item, dict):
        kind = type(item).__name__
        message = f"Invalid data. Expected a dictionary, but got {kind}."
        raise ValidationError({"non_field_errors": [message]})
    values: dict[str, Any] = {}
    errors: dict[str, list[str]] = {}
    for field in _FIELDS:
        try:
            values[field.name] = field.read(item)
        except _Refused as error:
            errors[field.name] = [str(error)]
    if errors:
        raise ValidationError(errors)
    return JobReport(**values)
