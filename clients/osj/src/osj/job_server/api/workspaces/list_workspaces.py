from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.workspace_page import WorkspacePage
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    archived: bool | None | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_archived: bool | None | Unset
    if isinstance(archived, Unset):
        json_archived = UNSET
    else:
        json_archived = archived
    params["archived"] = json_archived

    params["cursor"] = cursor

    params["limit"] = limit

    params["mine"] = mine

    params["org"] = org

    params["project"] = project

    params["search"] = search

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v3/workspaces",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | WorkspacePage:
    if response.status_code == 200:
        response_200 = WorkspacePage.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | WorkspacePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    archived: bool | None | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
) -> Response[Problem | WorkspacePage]:
    """Workspaces, newest first.

    Args:
        archived (bool | None | Unset):
        cursor (str | Unset):
        limit (int | Unset):  Default: 25.
        mine (bool | Unset):  Default: False.
        org (str | Unset):
        project (str | Unset):
        search (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WorkspacePage]
    """

    kwargs = _get_kwargs(
        archived=archived,
        cursor=cursor,
        limit=limit,
        mine=mine,
        org=org,
        project=project,
        search=search,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    archived: bool | None | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
) -> Problem | WorkspacePage | None:
    """Workspaces, newest first.

    Args:
        archived (bool | None | Unset):
        cursor (str | Unset):
        limit (int | Unset):  Default: 25.
        mine (bool | Unset):  Default: False.
        org (str | Unset):
        project (str | Unset):
        search (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WorkspacePage
    """

    return sync_detailed(
        client=client,
        archived=archived,
        cursor=cursor,
        limit=limit,
        mine=mine,
        org=org,
        project=project,
        search=search,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    archived: bool | None | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
) -> Response[Problem | WorkspacePage]:
    """Workspaces, newest first.

    Args:
        archived (bool | None | Unset):
        cursor (str | Unset):
        limit (int | Unset):  Default: 25.
        mine (bool | Unset):  Default: False.
        org (str | Unset):
        project (str | Unset):
        search (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WorkspacePage]
    """

    kwargs = _get_kwargs(
        archived=archived,
        cursor=cursor,
        limit=limit,
        mine=mine,
        org=org,
        project=project,
        search=search,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    archived: bool | None | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 25,
    mine: bool | Unset = False,
    org: str | Unset = UNSET,
    project: str | Unset = UNSET,
    search: str | Unset = UNSET,
) -> Problem | WorkspacePage | None:
    """Workspaces, newest first.

    Args:
        archived (bool | None | Unset):
        cursor (str | Unset):
        limit (int | Unset):  Default: 25.
        mine (bool | Unset):  Default: False.
        org (str | Unset):
        project (str | Unset):
        search (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WorkspacePage
    """

    return (
        await asyncio_detailed(
            client=client,
            archived=archived,
            cursor=cursor,
            limit=limit,
            mine=mine,
            org=org,
            project=project,
            search=search,
        )
    ).parsed
