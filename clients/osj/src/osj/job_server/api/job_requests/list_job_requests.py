from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.job_request_row_page import JobRequestRowPage
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    backend: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
    status: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    unfinished: bool | Unset = False,
    user: str | Unset = UNSET,
    workspace: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["backend"] = backend

    params["cursor"] = cursor

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    params["limit"] = limit

    params["mine"] = mine

    params["org"] = org

    params["project"] = project

    params["search"] = search

    params["status"] = status

    json_to: str | Unset = UNSET
    if not isinstance(to, Unset):
        json_to = to.isoformat()
    params["to"] = json_to

    params["unfinished"] = unfinished

    params["user"] = user

    params["workspace"] = workspace

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v3/job-requests",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> JobRequestRowPage | Problem:
    if response.status_code == 200:
        response_200 = JobRequestRowPage.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[JobRequestRowPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    backend: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
    status: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    unfinished: bool | Unset = False,
    user: str | Unset = UNSET,
    workspace: str | Unset = UNSET,
) -> Response[JobRequestRowPage | Problem]:
    """Requests, newest first.

    Args:
        backend (str | Unset):
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        limit (int | Unset):  Default: 25.
        mine (bool | Unset):  Default: False.
        org (str | Unset):
        project (str | Unset):
        search (str | Unset):
        status (str | Unset):
        to (datetime.datetime | Unset):
        unfinished (bool | Unset):  Default: False.
        user (str | Unset):
        workspace (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[JobRequestRowPage | Problem]
    """

    kwargs = _get_kwargs(
        backend=backend,
        cursor=cursor,
        from_=from_,
        limit=limit,
        mine=mine,
        org=org,
        project=project,
        search=search,
        status=status,
        to=to,
        unfinished=unfinished,
        user=user,
        workspace=workspace,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    backend: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
    status: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    unfinished: bool | Unset = False,
    user: str | Unset = UNSET,
    workspace: str | Unset = UNSET,
) -> JobRequestRowPage | Problem | None:
    """Requests, newest first.

    Args:
        backend (str | Unset):
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        limit (int | Unset):  Default: 25.
        mine (bool | Unset):  Default: False.
        org (str | Unset):
        project (str | Unset):
        search (str | Unset):
        status (str | Unset):
        to (datetime.datetime | Unset):
        unfinished (bool | Unset):  Default: False.
        user (str | Unset):
        workspace (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        JobRequestRowPage | Problem
    """

    return sync_detailed(
        client=client,
        backend=backend,
        cursor=cursor,
        from_=from_,
        limit=limit,
        mine=mine,
        org=org,
        project=project,
        search=search,
        status=status,
        to=to,
        unfinished=unfinished,
        user=user,
        workspace=workspace,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    backend: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
    status: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    unfinished: bool | Unset = False,
    user: str | Unset = UNSET,
    workspace: str | Unset = UNSET,
) -> Response[JobRequestRowPage | Problem]:
    """Requests, newest first.

    Args:
        backend (str | Unset):
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        limit (int | Unset):  Default: 25.
        mine (bool | Unset):  Default: False.
        org (str | Unset):
        project (str | Unset):
        search (str | Unset):
        status (str | Unset):
        to (datetime.datetime | Unset):
        unfinished (bool | Unset):  Default: False.
        user (str | Unset):
        workspace (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[JobRequestRowPage | Problem]
    """

    kwargs = _get_kwargs(
        backend=backend,
        cursor=cursor,
        from_=from_,
        limit=limit,
        mine=mine,
        org=org,
        project=project,
        search=search,
        status=status,
        to=to,
        unfinished=unfinished,
        user=user,
        workspace=workspace,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    backend: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
    status: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    unfinished: bool | Unset = False,
    user: str | Unset = UNSET,
    workspace: str | Unset = UNSET,
) -> JobRequestRowPage | Problem | None:
    """Requests, newest first.

    Args:
        backend (str | Unset):
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        limit (int | Unset):  Default: 25.
        mine (bool | Unset):  Default: False.
        org (str | Unset):
        project (str | Unset):
        search (str | Unset):
        status (str | Unset):
        to (datetime.datetime | Unset):
        unfinished (bool | Unset):  Default: False.
        user (str | Unset):
        workspace (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        JobRequestRowPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            backend=backend,
            cursor=cursor,
            from_=from_,
            limit=limit,
            mine=mine,
            org=org,
            project=project,
            search=search,
            status=status,
            to=to,
            unfinished=unfinished,
            user=user,
            workspace=workspace,
        )
    ).parsed
