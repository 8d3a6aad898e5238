"""A `Content-Type` that Django cannot read ends in an answer of ours, whatever the address."""

import io
from importlib import import_module
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from server.core.content_types import readable

UNREADABLE = [
    *[f"application/json; charset={codec}" for codec in ("zlib", "idna", "undefined", "rot13")],
    "application/json; charset*=utf-8''zlib",
    "application/json; a*=nosuch''%41",
    "multipart/form-data; boundary=x; boundary*=nosuch''%41",
]
ANSWERS = [
    ("GET", "/api/v3/backends", 200),
    ("GET", "/api/v3/versions", 200),
    ("GET", "/api/v2/workspaces/nosuch/status", 404),
    ("POST", "/api/v2/jobs/", 403),
    ("POST", "/api/v3/workspaces", 401),
    ("GET", "/workspaces", 200),
]


@pytest.fixture
def connection_kept(db):
    """As Django's test client does: the connection with the test's transaction stays open."""
    moments = (request_started, request_finished)
    for moment in moments:
        moment.disconnect(close_old_connections)
    yield
    for moment in moments:
        moment.connect(close_old_connections)


def call(method, path, *, content_type):
    """The status of one call of what gunicorn serves."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": "topic=requests" if path.endswith("versions") else "",
        "CONTENT_TYPE": content_type,
        "CONTENT_LENGTH": "2",
        "wsgi.input": io.BytesIO(b"[]"),
    }
    setup_testing_defaults(environ)
    statuses = []
    application = import_module("config.wsgi").application
    answer = application(environ, lambda status, _headers: statuses.append(int(status[:3])))
    answer.close()
    return statuses[0]


@pytest.mark.usefixtures("connection_kept")
@pytest.mark.parametrize("content_type", UNREADABLE)
@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_unreadable_content_type_ends_in_an_answer(method, path, status, content_type):
    assert call(method, path, content_type=content_type) == status


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "application/json; charset=utf-8",
        'application/json; charset="UTF-8"',
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        "multipart/form-data; boundary=x",
        "application/zip; version=2",
        "",
    ],
)
def test_what_django_can_read_is_left_as_it_is(content_type):
    assert readable(content_type) == content_type


def test_boundary_outlives_a_charset_that_is_none():
    declared = "multipart/form-data; charset=zlib; boundary=x"

    assert readable(declared) == 'multipart/form-data; boundary="x"'
