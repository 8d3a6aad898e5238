from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.pipeline import Pipeline
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    name: str,
    *,
    backend: str | Unset = UNSET,
    commit: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["backend"] = backend

    params["commit"] = commit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v3/workspaces/{name}/pipeline".format(
            name=quote(str(name), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Pipeline | Problem:
    if response.status_code == 200:
        response_200 = Pipeline.from_dict(response.json())

        return response_200

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Pipeline | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    name: str,
    *,
    client: AuthenticatedClient,
    backend: str | Unset = UNSET,
    commit: str | Unset = UNSET,
) -> Response[Pipeline | Problem]:
    """The actions at a commit, or what is wrong with its project.yaml.

    Args:
        name (str):
        backend (str | Unset):
        commit (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Pipeline | Problem]
    """

    kwargs = _get_kwargs(
        name=name,
        backend=backend,
        commit=commit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    name: str,
    *,
    client: AuthenticatedClient,
    backend: str | Unset = UNSET,
    commit: str | Unset = UNSET,
) -> Pipeline | Problem | None:
    """The actions at a commit, or what is wrong with its project.yaml.

    Args:
        name (str):
        backend (str | Unset):
        commit (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Pipeline | Problem
    """

    return sync_detailed(
        name=name,
        client=client,
        backend=backend,
        commit=commit,
    ).parsed


async def asyncio_detailed(
    name: str,
    *,
    client: AuthenticatedClient,
    backend: str | Unset = UNSET,
    commit: str | Unset = UNSET,
) -> Response[Pipeline | Problem]:
    """The actions at a commit, or what is wrong with its project.yaml.

    Args:
        name (str):
        backend (str | Unset):
        commit (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Pipeline | Problem]
    """

    kwargs = _get_kwargs(
        name=name,
        backend=backend,
        commit=commit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    name: str,
    *,
    client: AuthenticatedClient,
    backend: str | Unset = UNSET,
    commit: str | Unset = UNSET,
) -> Pipeline | Problem | None:
    """The actions at a commit, or what is wrong with its project.yaml.

    Args:
        name (str):
        backend (str | Unset):
        commit (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Pipeline | Problem
    """

    return (
        await asyncio_detailed(
            name=name,
            client=client,
            backend=backend,
            commit=commit,
        )
    ).parsed
